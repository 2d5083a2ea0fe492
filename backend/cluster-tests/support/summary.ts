import type {
  Authorization,
  Delivery,
  Destination,
  EventMesh,
  EventType,
  Finding,
  Flow,
  ObjectReference,
  Setting,
  Source,
} from 'backstage-plugin-knative-event-mesh-common';

/** What a mesh says, in a form that a person can write down. */
export function summaryOf(mesh: EventMesh) {
  const { eventTypes, brokers, subscribables, sources } = mesh;
  const { triggers = [], subscriptions = [], sinks = [], flows = [] } = mesh;
  return {
    eventTypes: byKey(eventTypes, describeEventType),
    brokers: byKey(
      brokers,
      ({ brokerClass, readiness, authorization, providedEventTypes }) => ({
        brokerClass,
        ready: readiness?.status,
        senders: describeAuthorization(authorization),
        provides: providedEventTypes,
      }),
    ),
    /** Subscriber, whether it exists, and its id. */
    triggers: byKey(triggers, ({ subscriber }) => destination(subscriber)),
    dependencies: Object.fromEntries(
      triggers.flatMap(trigger =>
        trigger.dependency
          ? [[keyOf(trigger), reference(trigger.dependency)]]
          : [],
      ),
    ),
    channels: byReference(
      subscribables,
      ({ backing, readiness, authorization, providedEventTypes }) => ({
        backing: backing && reference(backing),
        ready: readiness?.status,
        senders: describeAuthorization(authorization),
        provides: providedEventTypes,
      }),
    ),
    subscriptions: byKey(
      subscriptions,
      ({ channel, subscriber, reply, channelReadiness, readiness }) => ({
        channel: reference(channel),
        subscriber: destination(subscriber),
        reply: reply && destination(reply),
        ready: readiness?.status,
        readyByChannel: channelReadiness?.status,
      }),
    ),
    sources: byReference(sources, describeSource),
    sinks: byReference(sinks, ({ settings, readiness, authorization }) => ({
      settings: describeSettings(settings),
      ready: readiness?.status,
      senders: describeAuthorization(authorization),
    })),
    flows: byReference(flows, describeFlow),
    policies: byKey(
      mesh.policies ?? [],
      ({ to, from, subjects, readiness }) => ({
        to: to.map(
          ({ group, kind, name }) => `${qualified(kind, group)} ${name}`,
        ),
        from: from.map(sender =>
          sender.reference ? reference(sender.reference) : sender.subject,
        ),
        subjects,
        ready: readiness?.status,
      }),
    ),
    delivery: {
      ...prefixed('Broker', byKey(brokers, describeDelivery)),
      ...byReference(subscribables, describeDelivery),
      ...prefixed('Subscription', byKey(subscriptions, describeDelivery)),
      ...prefixed('Trigger', byKey(triggers, describeDelivery)),
    },
    notReady: [...triggers, ...subscriptions]
      .filter(({ readiness }) => readiness?.status !== 'True')
      .map(keyOf),
    findings: (mesh.findings ?? []).map(describeFinding).sort(),
  };
}

/** What was left out because the token may not list it, sorted. */
export function forbiddenParts({ omitted = [] }: EventMesh): string[] {
  return omitted
    .filter(({ reason }) => reason === 'forbidden')
    .map(({ group, kind, namespace }) =>
      [
        ...(kind ? [qualified(kind, group)] : []),
        ...(namespace ? [`in ${namespace}`] : []),
      ].join(' '),
    )
    .sort();
}

function describeEventType(eventType: EventType) {
  const { origin, provider, producers, consumers, consumedBy } = eventType;
  return {
    origin,
    reference: eventType.reference && reference(eventType.reference),
    ...(provider ? { provider: reference(provider) } : {}),
    ...(producers
      ? {
          producers: producers.map(
            ({ via, match, evidence }) =>
              `${via.kind} ${keyOf(via)} ${match}: ${evidence}`,
          ),
        }
      : {}),
    consumers: consumers?.map(({ via, match }) =>
      via.kind === 'Trigger'
        ? `${via.name} ${match}`
        : `${via.kind} ${via.name} ${match}`,
    ),
    consumedBy,
  };
}

function describeSource(source: Source) {
  return {
    destination: destination(source.destination),
    emissions: source.emissions?.map(
      ({ type, source: attribute, match }) => `${type} ${attribute} ${match}`,
    ),
    mayEmitOthers: source.mayEmitOthers,
    overrides: describeSettings(source.ceOverrides),
    workloads: (source.workloads ?? []).map(destination),
    settings: describeSettings(source.settings),
    identity: source.identity,
    provides: source.providedEventTypes,
    ready: source.readiness?.status,
  };
}

function describeFlow(flow: Flow) {
  return {
    steps: flow.steps.map(
      ({ filter, subscriber, reply, delivery, readiness }) => ({
        ...(filter ? { filter: destination(filter) } : {}),
        subscriber: destination(subscriber),
        ...(reply ? { reply: destination(reply) } : {}),
        delivery: describeDelivery({ delivery }),
        ready: readiness?.status,
      }),
    ),
    reply: destination(flow.reply),
    ready: flow.readiness?.status,
    senders: describeAuthorization(flow.authorization),
  };
}

function describeDelivery({ delivery }: { delivery?: Delivery }): string {
  if (!delivery) {
    return 'not stated';
  }
  const { deadLetterSink, deadLetterSinkFrom, settings } = delivery;
  return [
    deadLetterSink
      ? `${destination(deadLetterSink)} (${deadLetterSinkFrom})`
      : 'dropped',
    ...settings.map(({ name, value, from }) => `${name} ${value} (${from})`),
  ].join('; ');
}

function describeAuthorization(authorization?: Authorization): string {
  if (!authorization) {
    return 'not told';
  }
  const { enforced, mode, policies } = authorization;
  return [`enforced: ${enforced}`, ...(mode ? [mode] : []), ...policies].join(
    '; ',
  );
}

function describeFinding({ code, object }: Finding): string {
  return `${code} ${object.kind} ${keyOf(object)}`;
}

function describeSettings(settings: readonly Setting[] = []): string[] {
  return settings.map(({ name, value }) => `${name} ${value}`);
}

function destination(to?: Destination): string {
  if (!to) {
    return 'none';
  }
  const { uri, found, kubernetesId } = to;
  const object = to.reference ? [reference(to.reference)] : [];
  const address = uri ? [`at ${uri}`] : [];
  const what = [...object, ...address].join(' ');
  return `${what}: ${found}, ${kubernetesId ?? 'no id'}`;
}

function byKey<T extends { namespace: string; name: string }, R>(
  objects: readonly T[],
  describe: (object: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    objects.map(object => [keyOf(object), describe(object)]),
  );
}

function byReference<T extends ObjectReference, R>(
  objects: readonly T[],
  describe: (object: T) => R,
): Record<string, R> {
  return Object.fromEntries(
    objects.map(object => [reference(object), describe(object)]),
  );
}

function prefixed<R>(
  kind: string,
  objects: Record<string, R>,
): Record<string, R> {
  return Object.fromEntries(
    Object.entries(objects).map(([key, value]) => [`${kind} ${key}`, value]),
  );
}

function reference(to: ObjectReference): string {
  return `${qualified(to.kind, to.group)} ${keyOf(to)}`;
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
