import { performance } from 'node:perf_hooks';
import { broker, eventType, ofType, trigger } from '../__testUtils__/objects';
import { parseBroker } from './broker';
import { prepareConsumers } from './consumers';
import { parseEventType } from './eventType';
import { parseTrigger } from './trigger';

const brokers = [
  parseBroker(broker('shop/default', 'MTChannelBasedBroker')),
  parseBroker(broker('shop/other')),
];
const triggers = [
  trigger('shop/matching', 'default', 'Service/a', ofType('order')),
  trigger('shop/all', 'default', 'Service/a'),
  trigger('shop/different', 'default', 'Service/a', ofType('refund')),
  trigger('shop/undecided', 'default', 'Service/a', {
    filter: { attributes: { subject: 'x' } },
  }),
  trigger('shop/elsewhere', 'other', 'Service/a'),
  trigger('cart/same-broker-name', 'default', 'Service/a'),
  trigger('cart/across', 'x', 'Service/a', {
    brokerRef: { name: 'default', namespace: 'shop' },
  }),
].map(parseTrigger);

function consumersOf(
  provider: string | undefined,
  spec: object = {},
  isRead = true,
) {
  const object = eventType('shop/order', 'order', provider, { ...spec });
  return prepareConsumers(
    brokers,
    triggers,
    () => isRead,
  )(parseEventType(object))?.map(
    ({ via, match }) => `${via.namespace}/${via.name} ${match}`,
  );
}

describe('prepareConsumers', () => {
  it('finds the triggers of the broker that pass the type, or may', () => {
    expect(consumersOf('default')).toEqual([
      'shop/matching yes',
      'shop/all yes',
      'shop/undecided maybe',
      'cart/across yes',
    ]);
  });

  it.each([
    ['no provider', undefined, {}],
    [
      'a provider of another kind',
      undefined,
      {
        reference: {
          apiVersion: 'messaging.knative.dev/v1',
          kind: 'Channel',
          name: 'default',
        },
      },
    ],
  ])('has no verdict with %s', (_, provider, spec) => {
    expect(consumersOf(provider, spec)).toBeUndefined();
  });

  it('passes nothing through a broker that does not exist', () => {
    expect(consumersOf('gone')).toEqual([]);
  });

  it('goes by the triggers where brokers were not read', () => {
    const object = eventType('x/order', 'order', undefined, {
      reference: {
        apiVersion: 'eventing.knative.dev/v1',
        kind: 'Broker',
        namespace: 'cart',
        name: 'default',
      },
    });
    const find = prepareConsumers(brokers, triggers, () => false);
    expect(find(parseEventType(object))).toHaveLength(1);
  });

  it('does not say that nobody receives what an unread broker passes on', () => {
    const object = eventType('x/order', 'order', undefined, {
      reference: {
        apiVersion: 'eventing.knative.dev/v1',
        kind: 'Broker',
        namespace: 'elsewhere',
        name: 'default',
      },
    });
    const find = prepareConsumers(brokers, triggers, () => false);
    expect(find(parseEventType(object))).toBeUndefined();
  });

  it('evaluates equal filters and equal declarations once', () => {
    const many = Array.from({ length: 5_000 }, (_, index) =>
      parseTrigger(
        trigger(`shop/t${index}`, 'default', undefined, {
          filter: { attributes: { source: `/no/${index % 10}` } },
        }),
      ),
    );
    const source = { source: '/shop' };
    const types = Array.from({ length: 200 }, (_, index) =>
      parseEventType(eventType(`shop/e${index}`, 'order', 'default', source)),
    );
    const find = prepareConsumers(brokers, many, () => true);
    const start = performance.now();
    expect(types.flatMap(type => find(type) ?? [])).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
