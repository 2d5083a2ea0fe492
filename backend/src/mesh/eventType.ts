import {
  attributesOfEventType,
  type AttributeDeclaration,
  type ObjectReference,
  type Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  isObject,
  listAt,
  MalformedObject,
  objectAt,
  requiredObjectAt,
  requiredTextAt,
  textAt,
  type UnknownObject,
} from './guards';
import { EVENTING_GROUP } from './knative';
import { parseMetadata, type Metadata } from './metadata';
import { findCondition } from './readiness';
import { parseReference } from './references';

/** An EventType, as far as the mesh needs it. */
export interface EventTypeObject {
  metadata: Metadata;
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
  const listed = listAt(spec, 'attributes').map(parseAttribute);
  const listedValue = (name: string) =>
    listed.find(attribute => attribute.name === name)?.value;
  const type = textAt(spec, 'type') ?? listedValue('type');
  if (!type) {
    throw new MalformedObject('type is missing');
  }
  const schema = textAt(spec, 'schema');
  const schemaURL = schema ?? listedValue('schemadata');
  const schemaData = textAt(spec, 'schemaData');
  const description = textAt(spec, 'description');
  const reference = parseProvider(spec, metadata.namespace);
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
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

function parseAttribute(attribute: unknown) {
  if (!isObject(attribute)) {
    throw new MalformedObject('an element of attributes is not an object');
  }
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
