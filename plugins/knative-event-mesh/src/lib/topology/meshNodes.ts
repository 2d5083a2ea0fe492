import {
  type Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  type ConsumerLink,
  type DestinationSummary,
  eventMeshAnnotations,
  type EventMeshRole,
  type EventProvider,
  type Finding,
  type LinkedDestination,
  type ObjectReference,
  roleOf,
} from 'backstage-plugin-knative-event-mesh-common';
import { keyOf } from '../keyOf';
import { meshObjectOf } from '../meshObjectOf';
import type { NodeWithoutLane } from './GraphBuilder';
import type { MeshNodeRole } from './meshGraph';

type Readiness = EventProvider['readiness'];

/** What is drawn for an entity that was read, of the mesh or not. */
export function nodeOfEntity(
  entity: Entity,
  known: { name?: string; readiness?: Readiness; findings?: Finding[] } = {},
): NodeWithoutLane {
  const { metadata, spec } = entity;
  const id = stringifyEntityRef(entity);
  const role = roleOf(entity);
  const environment = metadata.annotations?.[eventMeshAnnotations.environment];
  const shared = {
    id,
    entityRef: id,
    presence: 'inCatalog',
    environment,
    readiness: known.readiness,
    findings: known.findings?.length ?? 0,
  } as const;

  if (role && role !== 'environment') {
    const object = meshObjectOf(entity);
    return {
      ...shared,
      role,
      kind: object.kind,
      namespace: object.namespace,
      name:
        known.name ??
        (role === 'eventType' ? metadata.title ?? object.name : object.name),
    };
  }
  return {
    ...shared,
    role: 'component',
    kind: typeof spec?.type === 'string' ? spec.type : entity.kind,
    name: metadata.title ?? metadata.name,
  };
}

/** What is drawn for an entity of which something else tells the ref. */
export function nodeOfRef(
  entityRef: string,
  known: { reference?: ObjectReference; type?: string; readiness?: Readiness },
): NodeWithoutLane {
  const { kind, name } = parseEntityRef(entityRef);
  const { reference } = known;
  const role = known.type === undefined ? roleOfObject(reference) : 'eventType';
  return {
    id: entityRef,
    entityRef,
    role,
    kind: kindOf(role, reference, kind),
    name: known.type ?? (role === 'component' ? name : reference?.name ?? name),
    namespace: role === 'component' ? undefined : reference?.namespace,
    presence: 'notAsked',
    readiness: known.readiness,
    findings: 0,
  };
}

/** What is drawn for a place where events are delivered: one node per component. */
export function nodesOfDestination(
  { destination, link }: LinkedDestination,
  environment: string | undefined,
  owner: string,
): NodeWithoutLane[] {
  if (link.components.length > 0) {
    return link.components.filter(isRef).map(entityRef =>
      nodeOfRef(entityRef, {
        reference: isInMesh(entityRef, destination)
          ? destination.reference
          : undefined,
      }),
    );
  }
  return [nodeWithoutEntity(destination, link, environment, owner)];
}

function nodeWithoutEntity(
  { reference, uri, found }: DestinationSummary,
  { state, advice }: ConsumerLink,
  environment: string | undefined,
  owner: string,
): NodeWithoutLane {
  const shared = { environment, advice, findings: 0 };
  const scope = environment ?? '';
  if (reference) {
    return {
      ...shared,
      id: `object:${scope} ${keyOf(reference)}`,
      role: 'object',
      kind: reference.kind,
      name: reference.name,
      namespace: reference.namespace,
      presence:
        state === 'notFound' || found === 'no' ? 'notFound' : 'notLinked',
    };
  }
  return uri === undefined
    ? {
        ...shared,
        id: `nobody:${scope} ${owner}`,
        role: 'address',
        kind: '',
        name: owner,
        presence: 'noSubscriber',
      }
    : {
        ...shared,
        id: `address:${scope} ${uri}`,
        role: 'address',
        kind: 'URI',
        name: uri,
        presence: 'external',
      };
}

/** Whether a text that a catalog file may contain is the ref of an entity. */
export function isRef(text: string): boolean {
  try {
    parseEntityRef(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * Whether an entity stands for the object itself rather than for what runs it:
 * the names of ours end with the kind (design 4).
 */
function isInMesh(
  entityRef: string,
  { reference }: DestinationSummary,
): boolean {
  return (
    reference !== undefined &&
    roleOfObject(reference) !== 'component' &&
    entityRef.endsWith(`-${reference.kind.toLowerCase()}`)
  );
}

const rolesOfGroups: Record<string, EventMeshRole> = {
  'messaging.knative.dev': 'channel',
  'flows.knative.dev': 'flow',
  'sinks.knative.dev': 'sink',
  'sources.knative.dev': 'source',
};

function roleOfObject(reference: ObjectReference | undefined): MeshNodeRole {
  if (reference?.group === 'eventing.knative.dev') {
    return reference.kind === 'Broker' ? 'broker' : 'flow';
  }
  const role = rolesOfGroups[reference?.group ?? ''];
  return role && role !== 'environment' ? role : 'component';
}

function kindOf(
  role: MeshNodeRole,
  reference: ObjectReference | undefined,
  entityKind: string,
): string {
  if (role === 'eventType') {
    return 'EventType';
  }
  return role === 'component' ? entityKind : reference?.kind ?? entityKind;
}
