import type {
  Authorization,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import { parseAddresses } from './addresses';
import { parseAuthorization } from './authorization';
import { parseDelivery, type DeliverySpec } from './delivery';
import {
  isObject,
  objectAt,
  objectsAt,
  readableObjectAt,
  requiredObjectAt,
  statusOf,
  type UnknownObject,
} from './guards';
import type { GroupKind } from './knative';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { perKind } from './perKind';
import { findCondition, isStatusStale, readCondition } from './readiness';
import {
  parseDestination,
  parseReference,
  type DestinationSpec,
} from './references';
import { specOf } from './spec';

/** A Sequence, Parallel, EventTransform or RequestReply. */
export interface FlowObject {
  metadata: Metadata;
  group: string;
  kind: string;
  owners: Owner[];
  /** URLs at which it takes events; the first is the one that is used. */
  addresses: string[];
  /** Steps of a Sequence or branches of a Parallel; else none. */
  steps: FlowStep[];
  /** Where it sends what comes out. */
  reply?: DestinationSpec;
  /** What a RequestReply does with what it cannot deliver. */
  delivery?: DeliverySpec;
  authorization?: Authorization;
  readiness?: Readiness;
}

/** A step of a Sequence or a branch of a Parallel. */
export interface FlowStep {
  filter?: DestinationSpec;
  subscriber?: DestinationSpec;
  reply?: DestinationSpec;
  delivery?: DeliverySpec;
  readiness?: Readiness;
}

/** What is particular to a kind of flow. */
type FlowShape = Pick<FlowObject, 'steps' | 'reply'>;
type ParseShape = (object: UnknownObject, namespace: string) => FlowShape;

const shapes = new Map<string, ParseShape>([
  ['flows.knative.dev/Sequence', parseSequence],
  ['flows.knative.dev/Parallel', parseParallel],
  ['eventing.knative.dev/EventTransform', parseEventTransform],
  ['eventing.knative.dev/RequestReply', parseRequestReply],
]);

/**
 * Gives what reads a flow of a kind; for the same kind always the same function,
 * which throws MalformedObject.
 */
export const parseFlow = perKind(({ group, kind }: GroupKind) => {
  const parseShape = shapes.get(`${group}/${kind}`) ?? (() => ({ steps: [] }));
  return (object: UnknownObject): FlowObject => {
    const metadata = parseMetadata(object);
    const delivery = parseDelivery(specOf(object), metadata.namespace);
    const authorization = parseAuthorization(object);
    const readiness = findCondition(object, 'Ready');
    return {
      metadata,
      group,
      kind,
      owners: parseOwners(object),
      addresses: parseAddresses(object),
      ...parseShape(object, metadata.namespace),
      ...(delivery ? { delivery } : {}),
      ...(authorization ? { authorization } : {}),
      ...(readiness ? { readiness } : {}),
    };
  };
});

function parseSequence(object: UnknownObject, namespace: string): FlowShape {
  const spec = specOf(object);
  return {
    steps: objectsAt(spec, 'steps').map((step, index) => {
      // A step is itself a Destination.
      const subscriber = parseDestination(step, namespace);
      const delivery = parseDelivery(step, namespace);
      const readiness = readinessOfStep(object, index);
      return {
        ...(subscriber ? { subscriber } : {}),
        ...(delivery ? { delivery } : {}),
        ...(readiness ? { readiness } : {}),
      };
    }),
    ...parseReply(spec, 'reply', namespace),
  };
}

function parseParallel(object: UnknownObject, namespace: string): FlowShape {
  const spec = specOf(object);
  return {
    steps: objectsAt(spec, 'branches').map((branch, index) => {
      const filter = parseDestination(objectAt(branch, 'filter'), namespace);
      const subscriber = parseDestination(
        objectAt(branch, 'subscriber'),
        namespace,
      );
      const delivery = parseDelivery(branch, namespace);
      const readiness = readinessOfBranch(object, index);
      return {
        ...(filter ? { filter } : {}),
        ...(subscriber ? { subscriber } : {}),
        ...parseReply(branch, 'reply', namespace),
        ...(delivery ? { delivery } : {}),
        ...(readiness ? { readiness } : {}),
      };
    }),
    ...parseReply(spec, 'reply', namespace),
  };
}

function parseEventTransform(
  object: UnknownObject,
  namespace: string,
): FlowShape {
  return { steps: [], ...parseReply(specOf(object), 'sink', namespace) };
}

function parseRequestReply(
  object: UnknownObject,
  namespace: string,
): FlowShape {
  const broker = requiredObjectAt(specOf(object), 'brokerRef');
  return { steps: [], reply: { reference: parseReference(broker, namespace) } };
}

function parseReply(
  spec: UnknownObject,
  key: string,
  namespace: string,
): { reply?: DestinationSpec } {
  const reply = parseDestination(objectAt(spec, key), namespace);
  return reply ? { reply } : {};
}

/** Each step has a channel and a Subscription, in the order of the steps. */
function readinessOfStep(
  object: UnknownObject,
  index: number,
): Readiness | undefined {
  const status = statusOf(object);
  return jointReadiness(object, [
    elementAt(status, 'channelStatuses', index),
    elementAt(status, 'subscriptionStatuses', index),
  ]);
}

/** Each branch has a channel and two Subscriptions (knative.md 4.5). */
function readinessOfBranch(
  object: UnknownObject,
  index: number,
): Readiness | undefined {
  const branch = elementAt(statusOf(object), 'branchStatuses', index) ?? {};
  return jointReadiness(object, [
    readableObjectAt(branch, 'filterChannelStatus'),
    readableObjectAt(branch, 'filterSubscriptionStatus'),
    readableObjectAt(branch, 'subscriberSubscriptionStatus'),
  ]);
}

/** That of the part that is worst off, the first of several such. */
function jointReadiness(
  object: UnknownObject,
  parts: readonly (UnknownObject | undefined)[],
): Readiness | undefined {
  const stale = isStatusStale(object);
  const conditions = parts.flatMap(part => {
    const ready = part && readableObjectAt(part, 'ready');
    return ready ? [readCondition(ready, stale)] : [];
  });
  return (
    conditions.find(({ status }) => status === 'False') ??
    conditions.find(({ status }) => status === 'Unknown') ??
    conditions[0]
  );
}

function elementAt(
  parent: UnknownObject,
  key: string,
  index: number,
): UnknownObject | undefined {
  const list = parent[key];
  const element: unknown = Array.isArray(list) ? list[index] : undefined;
  return isObject(element) ? element : undefined;
}
