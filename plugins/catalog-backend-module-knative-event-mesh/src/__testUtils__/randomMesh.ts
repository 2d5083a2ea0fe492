import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  policy,
  sink,
  source,
  subscription,
  trigger,
  via,
} from '../testUtils';

let seed = 7;
const random = (below: number) => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((seed / 2_147_483_648) * below);
};
const pick = <T>(items: readonly T[]): T => items[random(items.length)];
const shuffle = <T>(items: T[]): T[] => {
  const rest = [...items];
  const shuffled: T[] = [];
  while (rest.length > 0) {
    shuffled.push(...rest.splice(random(rest.length), 1));
  }
  return shuffled;
};
const names = [
  'a',
  'b',
  'A',
  'a-broker',
  'x'.repeat(64),
  'ä',
  '$text',
  '__proto__',
  'constructor',
];
const schemas = [
  '{"$ref":"#/$defs/a/b","$defs":{"a/b":{}}}',
  '{"$ref":"#/$defs/a~1b","$defs":{"a/b":{"items":{"$ref":"#"}}}}',
  '{"properties":{"a":{"$ref":"#a","title":"A"}},"$defs":{"b":{"$anchor":"a"}}}',
  '{"$ref":"#/definitions/a","definitions":{"a":{"properties":{"a":{"$ref":"#/definitions/a"},"b":{"$ref":"#/definitions/b"}}},"b":{"items":{"$ref":"#/definitions/a"}}}}',
  '{"$ref":"https://example.com/a"}',
  '{"$schema":"http://json-schema.org/draft-04/schema#","minimum":1,"exclusiveMinimum":true}',
  '{"allOf":[{"$ref":"#"}]}',
  '{"examples":[{"$ref":"#/a"}]}',
  '{"properties":{"__proto__":{"const":1},"$ref":true}}',
  '{"type":"record","fields":[]}',
  'true',
  '<xs:schema/>',
];
const some = <T>(make: () => T) =>
  Array.from({ length: random(6) }, () => make());

/** A mesh with some objects of every kind that refer to each other, or to nothing; each call gives another. */
export function randomMesh(): EventMesh {
  const namespace = () => pick(['payments', 'orders', 'Ä']);
  const brokers = some(() =>
    broker({
      name: pick(names),
      namespace: namespace(),
      providedEventTypes: some(() => `${namespace()}/${pick(names)}`),
    }),
  );
  const triggers = some(() =>
    trigger({
      name: pick(names),
      namespace: namespace(),
      broker: { namespace: namespace(), name: pick(names) },
      filter: Object.fromEntries(some(() => [pick(names), pick(names)])),
    }),
  );
  const kinds = ['Channel', 'Broker', 'Ä', '__proto__', 'constructor'];
  const object = (kind: string) => ({
    kind,
    group: pick(['eventing.knative.dev', 'messaging.knative.dev', 'x']),
    namespace: namespace(),
    name: pick(names),
  });
  const destination = () => ({
    reference: object(pick([...kinds, 'Service'])),
    kubernetesId: pick(['fraud-detector', 'nobody']),
    found: pick(['yes', 'no', 'unknown'] as const),
  });
  const maybe = <T>(make: () => T) => (random(2) ? make() : undefined);
  const delivery = () =>
    maybe(() => ({
      deadLetterSink: maybe(destination),
      deadLetterSinkFrom: pick(['own', 'broker', 'channel'] as const),
      settings: some(() => ({
        name: pick(names),
        value: pick(names),
        from: pick(['own', 'broker'] as const),
      })),
    }));
  const settings = () =>
    some(() => ({ name: pick(names), value: pick(names) }));
  const subscribables = some(() =>
    channel({
      ...object(pick(kinds)),
      backing: maybe(() => object(pick(kinds))),
      delivery: delivery(),
      authorization: maybe(() => ({
        enforced: 'yes' as const,
        policies: some(() => pick(names)),
      })),
    }),
  );
  const subscriptions = some(() =>
    subscription({
      name: pick(names),
      namespace: namespace(),
      channel: object(pick(kinds)),
      subscriber: maybe(destination),
      reply: maybe(destination),
      delivery: delivery(),
    }),
  );
  const sources = some(() =>
    source({
      ...object(pick(kinds)),
      destination: maybe(destination),
      workloads: some(destination),
      emissions: some(() => ({ type: pick(names), match: 'yes' as const })),
      ceOverrides: settings(),
      settings: settings(),
    }),
  );
  const sinks = some(() =>
    sink({ ...object(pick(kinds)), settings: settings() }),
  );
  const flows = some(() =>
    flow({
      ...object(pick(kinds)),
      steps: some(() => ({
        filter: maybe(destination),
        subscriber: maybe(destination),
        reply: maybe(destination),
        delivery: delivery(),
      })),
      reply: maybe(destination),
    }),
  );
  const policies = some(() =>
    policy({
      name: pick(names),
      namespace: namespace(),
      to: some(() => ({ group: 'x', kind: pick(kinds) })),
      subjects: some(() => pick(names)),
    }),
  );
  const viaOf = (
    kind: string | undefined,
    item: {
      group?: string;
      kind?: string;
      namespace: string;
      name: string;
    },
  ) => ({
    group: kind ? undefined : item.group,
    kind: kind ?? item.kind ?? '',
    namespace: item.namespace,
    name: item.name,
  });
  const unique = <T>(items: T[]) => [
    ...new Map(items.map(item => [JSON.stringify(item), item])).values(),
  ];
  const links = unique([
    ...triggers.map(item => viaOf('Trigger', item)),
    ...subscriptions.map(item => viaOf('Subscription', item)),
    ...[...sinks, ...flows].map(item => viaOf(undefined, item)),
  ]);
  const senders = unique([
    ...triggers.map(item => viaOf('Trigger', item)),
    ...sources.map(item => viaOf(undefined, item)),
  ]);
  const attributeName = () =>
    pick([...names, 'source', 'datacontenttype', 'time']);
  const eventTypes = some(() =>
    eventType({
      name: pick(names),
      namespace: namespace(),
      uid: pick(names),
      type: pick(['com.example.a', ...names]),
      schemaData: maybe(() => pick(schemas)),
      attributes: [...new Set(some(attributeName))].map(name => ({
        name,
        value: pick([...names, '/{a}/{', 'text/{a}']),
        required: random(2) === 1,
      })),
      labels: Object.fromEntries(some(() => [pick(names), pick(names)])),
      reference: maybe(() => object(pick(kinds))),
      provider: maybe(() => object(pick(kinds))),
      producers: maybe(() =>
        senders.map(item => ({
          via: item,
          match: pick(['yes', 'maybe'] as const),
          evidence: 'reply' as const,
        })),
      ),
      consumers: links.map(item =>
        via(item.name, { via: item, match: pick(['yes', 'maybe']) }),
      ),
    }),
  );
  const findings = some(() => ({
    code: pick(names),
    severity: 'info' as const,
    object: object(
      pick([...kinds, 'EventType', 'Trigger', 'Subscription', 'Service']),
    ),
    message: pick(names),
    action: pick(names),
  }));
  return eventMesh({
    brokers,
    triggers,
    eventTypes,
    findings,
    subscribables,
    subscriptions,
    sources,
    sinks,
    flows,
    policies,
  });
}

/** In an order of its own at every depth, but where order says something. */
export function permute<T>(value: T, key = ''): T {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    const items = value.map(item => permute(item));
    return (key === 'steps' ? items : shuffle(items)) as T;
  }
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [name, permute(item, name)]),
  ) as T;
}

/** Of the objects with one identity only the first. */
export function withoutTwins(mesh: EventMesh): EventMesh {
  return {
    ...mesh,
    eventTypes: firstOfEach(mesh.eventTypes),
    brokers: firstOfEach(mesh.brokers),
    triggers: firstOfEach(mesh.triggers),
    subscribables: firstOfEach(mesh.subscribables),
    subscriptions: firstOfEach(mesh.subscriptions),
    sources: firstOfEach(mesh.sources),
    sinks: firstOfEach(mesh.sinks),
    flows: firstOfEach(mesh.flows),
    policies: firstOfEach(mesh.policies),
  };
}

function firstOfEach<
  T extends { group?: string; kind?: string; namespace: string; name: string },
>(items: T[] = []): T[] {
  const first = new Map<string, T>();
  for (const item of items) {
    const { group, kind, namespace, name } = item;
    const key = JSON.stringify([group, kind, namespace, name]);
    if (!first.has(key)) {
      first.set(key, item);
    }
  }
  return [...first.values()];
}
