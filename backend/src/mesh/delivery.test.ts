import { effectiveDelivery, parseDelivery } from './delivery';
import { MalformedObject } from './guards';

const sink = (name: string) => ({
  ref: { apiVersion: 'v1', kind: 'Service', name },
});
const parse = (delivery: unknown) => parseDelivery({ delivery }, 'shop');

const full = (name: string) =>
  parse({ deadLetterSink: sink(name), retry: 3, backoffPolicy: 'linear' });
const withoutSink = parse({ retry: 5 });
const nothing = parse({});

describe('parseDelivery (knative.md 4.2)', () => {
  it('reads sink and settings, sorted, with the namespace filled in', () => {
    const delivery = parse({
      timeout: 'PT5S',
      retry: 0,
      retryAfterMax: 'PT1M',
      format: 'json',
      backoffPolicy: 'exponential',
      backoffDelay: 'PT0.5S',
      deadLetterSink: { ...sink('dead'), uri: '/letters' },
      unheardOf: 'x',
    });
    expect([...delivery!.settings]).toEqual([
      ['backoffDelay', 'PT0.5S'],
      ['backoffPolicy', 'exponential'],
      ['format', 'json'],
      ['retry', '0'],
      ['retryAfterMax', 'PT1M'],
      ['timeout', 'PT5S'],
    ]);
    expect(delivery!.deadLetterSink).toEqual({
      reference: {
        group: '',
        kind: 'Service',
        namespace: 'shop',
        name: 'dead',
      },
      uri: '/letters',
    });
  });

  it.each([undefined, null])('has none for %s', delivery => {
    expect(parse(delivery)).toBeUndefined();
  });

  it.each([
    [],
    'x',
    { retry: [] },
    { timeout: {} },
    { deadLetterSink: 'x' },
    { deadLetterSink: { ref: { kind: 'Service' } } },
  ])('is malformed: %j', delivery => {
    expect(() => parse(delivery)).toThrow(MalformedObject);
  });
});

describe('effectiveDelivery (knative.md 4.3)', () => {
  const summary = (
    brokerClass: string | undefined,
    trigger: ReturnType<typeof parse>,
    broker: ReturnType<typeof parse>,
  ) => {
    const delivery = effectiveDelivery(brokerClass, { trigger, broker });
    return (
      delivery && {
        sink:
          delivery.deadLetterSink &&
          `${delivery.deadLetterSink.destination.reference?.name} of ${delivery.deadLetterSink.from}`,
        settings: delivery.settings.map(
          ({ name, value, from }) => `${name} ${value} of ${from}`,
        ),
      }
    );
  };
  const ofBroker = ['backoffPolicy linear of broker', 'retry 3 of broker'];
  const ofTrigger = ['backoffPolicy linear of trigger', 'retry 3 of trigger'];
  const own = { sink: 'own of trigger', settings: ofTrigger };

  it.each([
    ['MTChannelBasedBroker', full('own'), own],
    [
      'MTChannelBasedBroker',
      undefined,
      { sink: 'dead of broker', settings: ofBroker },
    ],
    [
      'MTChannelBasedBroker',
      withoutSink,
      { sink: 'dead of broker', settings: ['retry 5 of trigger'] },
    ],
    ['MTChannelBasedBroker', nothing, { sink: 'dead of broker', settings: [] }],
    ['Kafka', full('own'), own],
    ['Kafka', undefined, { sink: 'dead of broker', settings: ofBroker }],
    [
      'Kafka',
      withoutSink,
      { sink: undefined, settings: ['retry 5 of trigger'] },
    ],
    ['Kafka', nothing, { sink: undefined, settings: [] }],
    ['KafkaNamespaced', full('own'), own],
    [
      'KafkaNamespaced',
      withoutSink,
      {
        sink: 'dead of broker',
        settings: ['backoffPolicy linear of broker', 'retry 5 of trigger'],
      },
    ],
    ['RabbitMQBroker', full('own'), own],
    [
      'RabbitMQBroker',
      undefined,
      { sink: 'dead of broker', settings: ofBroker },
    ],
    [
      'RabbitMQBroker',
      withoutSink,
      { sink: undefined, settings: ['retry 5 of trigger'] },
    ],
    // All classes agree.
    [undefined, full('own'), own],
    ['Homemade', undefined, { sink: 'dead of broker', settings: ofBroker }],
    // They do not.
    [undefined, withoutSink, undefined],
    ['constructor', nothing, undefined],
  ])('on %s, for %j', (brokerClass, trigger, expected) => {
    expect(summary(brokerClass, trigger, full('dead'))).toEqual(expected);
  });

  it('is nothing where nothing is stated', () => {
    expect(summary('Kafka', undefined, undefined)).toEqual({
      sink: undefined,
      settings: [],
    });
  });
});
