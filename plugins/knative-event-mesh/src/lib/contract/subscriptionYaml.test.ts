import { matchTrigger } from 'backstage-plugin-knative-event-mesh-common';
import { parse } from 'yaml';
import { subscriptionManifest } from './subscriptionYaml';

const broker = {
  reference: {
    group: 'eventing.knative.dev',
    kind: 'Broker',
    namespace: 'platform',
    name: 'shared',
  },
};

function channel(kind: string) {
  return {
    reference: {
      group: 'messaging.knative.dev',
      kind,
      namespace: 'payments',
      name: 'orders',
    },
  };
}

describe('subscriptionManifest', () => {
  it('makes a Trigger where its broker is', () => {
    const manifest = subscriptionManifest('com.example.paid', 'paid', broker);

    expect(manifest?.kind).toBe('Trigger');
    expect(manifest?.yaml.split('\n')).toEqual([
      'apiVersion: eventing.knative.dev/v1',
      'kind: Trigger',
      'metadata:',
      '  name: paid-to-my-service',
      '  namespace: platform',
      'spec:',
      '  broker: shared',
      '  filter:',
      '    attributes:',
      '      type: com.example.paid',
      '  subscriber:',
      '    ref:',
      '      # What is to receive the events.',
      '      apiVersion: v1',
      '      kind: Service',
      '      name: my-service',
    ]);
  });

  it.each([
    'MTChannelBasedBroker',
    'Kafka',
    'KafkaNamespaced',
    'RabbitMQBroker',
    undefined,
  ])(
    'makes one that a broker of class %s certainly passes the type by',
    brokerClass => {
      const { yaml } = subscriptionManifest('on', 'x', broker)!;
      const { spec } = parse(yaml, { version: '1.1' });
      const isPassed = (type: string) =>
        matchTrigger({
          attributes: [{ name: 'type', value: type, required: true }],
          trigger: { filter: spec.filter.attributes, filters: spec.filters },
          brokerClass,
        }).match;

      expect(isPassed('on')).toBe(brokerClass ? 'yes' : isPassed('on'));
      expect(isPassed('off')).not.toBe('yes');
    },
  );

  it('makes a Subscription to a channel, of the version that there is', () => {
    const of = (kind: string) =>
      parse(subscriptionManifest('a', 'paid', channel(kind))!.yaml);

    expect(of('Channel')).toMatchObject({
      apiVersion: 'messaging.knative.dev/v1',
      kind: 'Subscription',
      metadata: { namespace: 'payments' },
      spec: {
        channel: { apiVersion: 'messaging.knative.dev/v1', name: 'orders' },
      },
    });
    expect(of('KafkaChannel').spec.channel.apiVersion).toBe(
      'messaging.knative.dev/v1beta1',
    );
  });

  it('keeps names as short as Knative wants them', () => {
    const { yaml } = subscriptionManifest('a', `${'a'.repeat(48)}.b`, broker)!;

    expect(parse(yaml).metadata.name).toBe(`${'a'.repeat(48)}-to-my-service`);
  });

  it('makes nothing where nothing can be subscribed', () => {
    expect(subscriptionManifest('a', 'paid', undefined)).toBeUndefined();
    expect(
      subscriptionManifest('a', 'paid', {
        reference: {
          ...broker.reference,
          kind: 'PingSource',
          group: 'sources.knative.dev',
        },
      }),
    ).toBeUndefined();
  });
});
