import { meshOf } from '../__testUtils__/meshParts';
import {
  anyObject,
  broker,
  generatedFor,
  referenceTo,
  trigger,
} from '../__testUtils__/objects';

const messaging = 'messaging.knative.dev/v1';
const flows = 'flows.knative.dev/v1';
const sources = 'sources.knative.dev/v1';
const eventing = 'eventing.knative.dev/v1alpha1';
const spec = { steps: [], branches: [] };

const shopBroker = broker('shop/b');
const shopTrigger = trigger('shop/t', 'b', { subscriber: { uri: 'http://x' } });
const channel = anyObject(messaging, 'Channel', 'shop/c');
const sequence = anyObject(flows, 'Sequence', 'shop/s', { spec });
const parallel = anyObject(flows, 'Parallel', 'shop/p', { spec });
const containerSource = anyObject(sources, 'ContainerSource', 'shop/cs');
const integrationSource = anyObject(
  'sources.knative.dev/v1alpha1',
  'IntegrationSource',
  'shop/is',
);
const transform = anyObject(eventing, 'EventTransform', 'shop/et', {
  spec: { sink: { uri: 'http://x' } },
});
const requestReply = anyObject(eventing, 'RequestReply', 'shop/rr', {
  spec: { brokerRef: referenceTo(shopBroker) },
});

type ApiObject = ReturnType<typeof anyObject>;

/** Everything in an answer, as `<kind> <name>`. */
function shownOf(objects: ApiObject[]): string[] {
  const mesh = meshOf(objects);
  const ofKind = (kind: string, items: { name: string }[]) =>
    items.map(({ name }) => `${kind} ${name}`);
  return [
    ...ofKind('Broker', mesh.brokers),
    ...ofKind('Trigger', mesh.triggers),
    ...ofKind('Subscription', mesh.subscriptions),
    ...ofKind('EventPolicy', mesh.policies),
    ...ofKind('EventType', mesh.eventTypes),
    ...[mesh.subscribables, mesh.sources, mesh.sinks, mesh.flows]
      .flat()
      .map(({ kind, name }) => `${kind} ${name}`),
  ].sort();
}

const subscriptionSpec = {
  spec: {
    channel: referenceTo(channel),
    subscriber: { uri: 'http://broker-filter' },
  },
};
const policySpec = { spec: {} };

describe('what Knative generates (knative.md 4.5)', () => {
  it.each<
    [string, ApiObject, string, string, Record<string, unknown>?, boolean?]
  >([
    ['the channel of a broker', shopBroker, messaging, 'InMemoryChannel'],
    [
      'the policy of that channel, which the broker only owns',
      shopBroker,
      eventing,
      'EventPolicy',
      policySpec,
      false,
    ],
    [
      'the Subscription of a trigger',
      shopTrigger,
      messaging,
      'Subscription',
      subscriptionSpec,
    ],
    ['the backing channel of a Channel', channel, messaging, 'InMemoryChannel'],
    ['a channel of a Sequence', sequence, messaging, 'InMemoryChannel'],
    [
      'a Subscription of a Sequence',
      sequence,
      messaging,
      'Subscription',
      subscriptionSpec,
    ],
    ['a channel of a Parallel', parallel, messaging, 'KafkaChannel'],
    [
      'a Subscription of a Parallel',
      parallel,
      messaging,
      'Subscription',
      subscriptionSpec,
    ],
    [
      'the policy of a Sequence',
      sequence,
      eventing,
      'EventPolicy',
      policySpec,
      false,
    ],
    [
      'the trigger of a RequestReply',
      requestReply,
      'eventing.knative.dev/v1',
      'Trigger',
      { spec: { broker: 'b', subscriber: { uri: 'http://10.0.0.1' } } },
    ],
    [
      'the SinkBinding of a ContainerSource',
      containerSource,
      sources,
      'SinkBinding',
    ],
    [
      'the ContainerSource of an IntegrationSource',
      integrationSource,
      sources,
      'ContainerSource',
    ],
    ['the SinkBinding of an EventTransform', transform, sources, 'SinkBinding'],
  ])(
    'hides %s, and nothing of that name',
    (_, owner, apiVersion, kind, fields = {}, controller = true) => {
      const child = anyObject(
        apiVersion,
        kind,
        'shop/child',
        fields,
        generatedFor(owner, controller),
      );
      const alike = anyObject(apiVersion, kind, 'shop/alike', fields);
      expect(shownOf([owner, child, alike])).toEqual(
        [`${owner.kind} ${owner.metadata.name}`, `${kind} alike`].sort(),
      );
    },
  );

  it('hides what was generated for something generated', () => {
    const container = anyObject(
      sources,
      'ContainerSource',
      'shop/is-containersource',
      {},
      generatedFor(integrationSource),
    );
    const binding = anyObject(
      sources,
      'SinkBinding',
      'shop/is-containersource-sinkbinding',
      {},
      generatedFor(container),
    );
    expect(shownOf([binding, container, integrationSource])).toEqual([
      'IntegrationSource is',
    ]);
  });

  it('shows event types, whoever has created them', () => {
    const eventType = anyObject(
      'eventing.knative.dev/v1beta2',
      'EventType',
      'shop/e',
      { spec: { type: 'e' } },
      generatedFor(containerSource),
    );
    expect(shownOf([containerSource, eventType])).toContain('EventType e');
  });

  it('shows what belongs to something that was not read', () => {
    const child = anyObject(
      messaging,
      'InMemoryChannel',
      'shop/c',
      {},
      generatedFor(channel),
    );
    expect(shownOf([child])).toEqual(['InMemoryChannel c']);
  });

  it('ends with owners that own each other', () => {
    const [a, b] = ['a', 'b'].map(name =>
      anyObject(messaging, 'InMemoryChannel', `shop/${name}`),
    );
    Object.assign(a.metadata, generatedFor(b));
    Object.assign(b.metadata, generatedFor(a));
    expect(shownOf([a, b])).toEqual([]);
  });
});
