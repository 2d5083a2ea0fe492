import {
  attributesOfEventType,
  type AttributeDeclaration,
  type ObjectReference,
  type Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  MalformedObject,
  objectAt,
  objectsAt,
  requiredObjectAt,
  requiredTextAt,
  textAt,
  type UnknownObject,
} from './guards';
import { EVENTING_GROUP } from './knative';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { findCondition } from './readiness';
import { parseReference } from './references';

/** An EventType, as far as the mesh needs it. */
export interface EventTypeObject {
  metadata: Metadata;
  /** They tell where it comes from (knative.md 5). */
  owners: Owner[];
  type: string;
  description?: string;
  schemaData?: string;
  schemaURL?: string;
  /** What provides it, with the namespace filled in. */
  reference?: ObjectReference;
  attributes: AttributeDeclaration[];
  readiness?: Readiness;
}

/**
 * Reads an EventType of v1beta1 or v1beta2, or of v1beta3, which says the same
 * in a list of attributes (knative.md 1.1). The shape decides, not the version,
 * so that a later version of either shape is read too.
 *
 * @throws MalformedObject
 */
export function parseEventType(object: UnknownObject): EventTypeObject {
  const metadata = parseMetadata(object);
  const spec = requiredObjectAt(object, 'spec');
  const listed = objectsAt(spec, 'attributes').map(parseAttribute);
  const listedValue = (name: string) =>
    listed.find(attribute => attribute.name === name)?.value;
  const type = textAt(spec, 'type') ?? listedValue('type');
  if (!type) {
    throw new MalformedObject('type is missing');
  }
  const schema = textAt(spec, 'schema');
  const schemaURL = schema ?? listedValue('schemadata');
  const schemaData = textAt(spec, 'schemaData') ?? appliedSchema(object);
  const description = textAt(spec, 'description');
  const reference = parseProvider(spec, metadata.namespace);
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    owners: parseOwners(object),
    type,
    ...(description ? { description } : {}),
    ...(schemaData ? { schemaData } : {}),
    ...(schemaURL ? { schemaURL } : {}),
    ...(reference ? { reference } : {}),
    attributes: attributesOfEventType({
      type,
      source: textAt(spec, 'source'),
      schema,
      attributes: listed,
    }),
    ...(readiness ? { readiness } : {}),
  };
}

function parseAttribute(attribute: UnknownObject) {
  return {
    name: requiredTextAt(attribute, 'name'),
    required: attribute.required === true,
    value: textAt(attribute, 'value'),
  };
}

/** `reference`, else the `broker` of older versions (knative.md 5). */
function parseProvider(
  spec: UnknownObject,
  holderNamespace: string,
): ObjectReference | undefined {
  const reference = objectAt(spec, 'reference');
  if (reference) {
    return parseReference(reference, holderNamespace);
  }
  const broker = textAt(spec, 'broker');
  return broker
    ? {
        group: EVENTING_GROUP,
        kind: 'Broker',
        namespace: holderNamespace,
        name: broker,
      }
    : undefined;
}

const LAST_APPLIED = 'kubectl.kubernetes.io/last-applied-configuration';

/**
 * The schema as it was applied: Knative 1.15 and later erase it from the object
 * when they write its status (knative.md 1.1, conversion losses).
 */
function appliedSchema(object: UnknownObject): string | undefined {
  const annotations = objectAt(
    objectAt(object, 'metadata') ?? {},
    'annotations',
  );
  const applied = annotations?.[LAST_APPLIED];
  if (typeof applied !== 'string' || !applied.includes('schemaData')) {
    return undefined;
  }
  try {
    const spec = objectAt(JSON.parse(applied) ?? {}, 'spec');
    return spec && textAt(spec, 'schemaData');
  } catch {
    // What somebody has written into an annotation does not make the object
    // malformed.
    return undefined;
  }
}
