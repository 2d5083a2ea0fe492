import type {
  EventMesh,
  ObjectReference,
  Omission,
  Subscriber,
} from 'backstage-plugin-knative-event-mesh-common';

/** The links of a mesh in a form that a person can write down. */
export function summaryOf({ eventTypes, brokers, triggers }: EventMesh) {
  return {
    eventTypes: byKey(eventTypes, ({ reference, consumers, consumedBy }) => ({
      broker: reference && keyOf(reference),
      consumers: consumers?.map(({ via, match }) => `${via.name} ${match}`),
      consumedBy,
    })),
    brokers: byKey(
      brokers,
      ({ brokerClass, readiness, providedEventTypes }) => ({
        brokerClass,
        ready: readiness?.status,
        provides: providedEventTypes,
      }),
    ),
    triggers: byKey(triggers ?? [], ({ subscriber }) =>
      describeSubscriber(subscriber),
    ),
  };
}

/** What was left out because the token may not list it, sorted. */
export function forbiddenParts({ omitted }: EventMesh): string[] {
  return namesOf(omitted, 'forbidden');
}

/** The kinds that the answer says it does not read yet, sorted. */
export function unsupportedParts({ omitted }: EventMesh): string[] {
  return namesOf(omitted, 'unsupported');
}

function namesOf(
  omitted: readonly Omission[] = [],
  wanted: Omission['reason'],
): string[] {
  return omitted
    .filter(({ reason }) => reason === wanted)
    .map(({ group, kind, namespace }) =>
      [
        ...(kind ? [qualified(kind, group)] : []),
        ...(namespace ? [`in ${namespace}`] : []),
      ].join(' '),
    )
    .sort();
}

function describeSubscriber(subscriber?: Subscriber): string {
  if (!subscriber?.reference) {
    return 'no reference';
  }
  const { reference, found, kubernetesId } = subscriber;
  const { kind, group } = reference;
  const object = `${qualified(kind, group)} ${keyOf(reference)}`;
  return `${object}: ${found}, ${kubernetesId ?? 'no id'}`;
}

function byKey<T extends { namespace: string; name: string }, R>(
  objects: readonly T[],
  describe: (object: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    objects.map(object => [keyOf(object), describe(object)]),
  );
}

function qualified(kind: string, group?: string): string {
  return group ? `${kind}.${group}` : kind;
}

function keyOf({
  namespace,
  name,
}: Pick<ObjectReference, 'namespace' | 'name'>) {
  return `${namespace}/${name}`;
}
