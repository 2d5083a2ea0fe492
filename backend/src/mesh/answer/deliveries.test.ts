import { meshOf } from '../../__testUtils__/meshParts';
import {
  anyObject,
  broker,
  referenceTo,
  service,
  trigger,
} from '../../__testUtils__/objects';

const [mine, yours] = [service('shop/mine'), service('shop/yours')];
const sink = (of: typeof mine) => ({
  deadLetterSink: { ref: referenceTo(of) },
});

function deliveryOf(
  brokerClass: string | undefined,
  brokerDelivery: object | undefined,
  triggerDelivery: object | undefined,
  status?: Record<string, unknown>,
) {
  const holder = broker('shop/default', brokerClass);
  const mesh = meshOf([
    mine,
    yours,
    { ...holder, ...{ spec: { delivery: brokerDelivery } } },
    trigger(
      'shop/t',
      'default',
      { subscriber: { uri: 'http://x' } },
      { delivery: triggerDelivery },
      status,
    ),
  ]);
  return mesh.triggers[0].delivery;
}

/** `<name of the dead letter sink> <from>, <setting>=<value> <from>`. */
function inWords(delivery: ReturnType<typeof deliveryOf>) {
  return (
    delivery &&
    [
      delivery.deadLetterSink
        ? `${delivery.deadLetterSink.reference?.name} ${delivery.deadLetterSinkFrom}`
        : 'none',
      ...delivery.settings.map(
        ({ name, value, from }) => `${name}=${value} ${from}`,
      ),
    ].join(', ')
  );
}

const brokers = { ...sink(yours), retry: 5, backoffPolicy: 'linear' };

describe('the delivery of a trigger (knative.md 4.3)', () => {
  it.each<[string, object | undefined, string | undefined]>([
    [
      'MTChannelBasedBroker',
      undefined,
      'yours broker, backoffPolicy=linear broker, retry=5 broker',
    ],
    ['MTChannelBasedBroker', { retry: 1 }, 'yours broker, retry=1 own'],
    ['MTChannelBasedBroker', sink(mine), 'mine own'],
    [
      'Kafka',
      undefined,
      'yours broker, backoffPolicy=linear broker, retry=5 broker',
    ],
    ['Kafka', { retry: 1 }, 'none, retry=1 own'],
    ['Kafka', sink(mine), 'mine own'],
    [
      'KafkaNamespaced',
      { retry: 1 },
      'yours broker, backoffPolicy=linear broker, retry=1 own',
    ],
    [
      'KafkaNamespaced',
      sink(mine),
      'mine own, backoffPolicy=linear broker, retry=5 broker',
    ],
    ['RabbitMQBroker', { retry: 1 }, 'none, retry=1 own'],
    [
      'RabbitMQBroker',
      undefined,
      'yours broker, backoffPolicy=linear broker, retry=5 broker',
    ],
    [
      'SomeBroker',
      undefined,
      'yours broker, backoffPolicy=linear broker, retry=5 broker',
    ],
    ['SomeBroker', { retry: 1 }, undefined],
  ])('of a broker of class %s, stating %j, is %s', (_class, own, expected) => {
    expect(inWords(deliveryOf(_class, brokers, own))).toBe(expected);
  });

  it('is none where nothing is stated', () => {
    expect(deliveryOf('Kafka', undefined, undefined)).toEqual({ settings: [] });
  });

  it('names where Knative has resolved the dead letter sink', () => {
    const status = { deadLetterSinkUri: 'http://yours.shop.svc' };
    expect(deliveryOf('Kafka', brokers, undefined, status)).toMatchObject({
      deadLetterSinkUri: 'http://yours.shop.svc',
    });
  });

  it('cannot be told where the broker is not known', () => {
    const mesh = meshOf([trigger('shop/t', 'gone', 'Service/a')]);
    expect(mesh.triggers[0].delivery).toBeUndefined();
  });
});

describe('the delivery of a Subscription', () => {
  const messaging = 'messaging.knative.dev/v1';
  const channel = anyObject(messaging, 'Channel', 'shop/c', {
    spec: { delivery: brokers },
  });
  const subscribed = (delivery?: object, read = [channel]) => {
    const subscription = anyObject(messaging, 'Subscription', 'shop/s', {
      spec: {
        channel: referenceTo(channel),
        subscriber: { uri: 'http://x' },
        delivery,
      },
    });
    const mesh = meshOf([subscription, mine, yours, ...read]);
    return inWords(mesh.subscriptions[0].delivery);
  };

  it.each([
    [undefined, 'yours channel, backoffPolicy=linear channel, retry=5 channel'],
    [{ retry: 1 }, 'yours channel, retry=1 own'],
    [sink(mine), 'mine own'],
  ])('that states %j is %s', (own, expected) => {
    expect(subscribed(own)).toBe(expected);
  });

  it('cannot be told where the channel is not known', () => {
    expect(subscribed(undefined, [])).toBeUndefined();
  });

  it('of a channel itself is its own', () => {
    const [described] = meshOf([channel, yours]).subscribables;
    expect(inWords(described.delivery)).toBe(
      'yours own, backoffPolicy=linear own, retry=5 own',
    );
  });
});
