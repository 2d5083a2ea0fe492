import type { SubscriberLookup } from './subscribers';
import { describeSubscriber } from './subscribers';
import type { TriggerObject } from './trigger';

const reference = { group: '', kind: 'Service', namespace: 'shop', name: 'c' };
const labels = { app: 'c' };

describe('describeSubscriber (design §3, "Reading")', () => {
  it.each<
    [
      string,
      TriggerObject['subscriber'],
      TriggerObject['subscriberResolved'],
      SubscriberLookup,
      object | undefined,
    ]
  >([
    [
      'no subscriber',
      undefined,
      'unknown',
      { found: 'yes', labels },
      undefined,
    ],
    [
      'found, with id',
      { reference },
      'unknown',
      { found: 'yes', labels, kubernetesId: 'cart' },
      { reference, found: 'yes', labels, kubernetesId: 'cart' },
    ],
    [
      'a complete list wins over the condition',
      { reference },
      'yes',
      { found: 'no' },
      { reference, found: 'no' },
    ],
    [
      'not read, condition says yes',
      { reference },
      'yes',
      { found: 'unknown' },
      { reference, found: 'yes' },
    ],
    [
      'not read, condition says no',
      { reference, uri: '/x' },
      'no',
      { found: 'unknown' },
      { reference, uri: '/x', found: 'no' },
    ],
    [
      'not read, condition open',
      { reference },
      'unknown',
      { found: 'unknown' },
      { reference, found: 'unknown' },
    ],
    [
      'an address is not looked up',
      { uri: 'http://x' },
      'unknown',
      { found: 'yes', labels },
      { uri: 'http://x', found: 'unknown' },
    ],
  ])('%s', (_, subscriber, subscriberResolved, lookup, expected) => {
    const trigger = { subscriber, subscriberResolved } as TriggerObject;
    expect(describeSubscriber(trigger, () => lookup)).toEqual(expected);
  });
});
