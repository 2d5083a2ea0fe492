import { readDeclaredAttributes } from '../eventTypes/declaredAttributes';
import { opennessOf } from './openness';

const declared = readDeclaredAttributes({
  type: 'order',
  source: '/shop/{id}',
  attributes: [
    { name: 'color', value: 'red' },
    { name: 'foo', value: '{x}' },
    { name: 'tenant', required: true },
    { name: 'n1' },
  ],
});

describe('opennessOf', () => {
  it.each([
    [[], 'exact'],
    [['type'], 'exact'],
    [['source'], 'template'],
    [['color'], 'optional'],
    [['foo'], 'optional'],
    [['tenant'], 'present'],
    [['id'], 'present'],
    [['n1'], 'undeclared'],
    [['subject'], 'undeclared'],
    [['type', 'source'], 'template'],
    [['tenant', 'color', 'type'], 'present'],
  ])('%j: %s', (names, expected) => {
    expect(opennessOf(names, declared)).toBe(expected);
  });

  it.each([
    ['/shop', 'MTChannelBasedBroker', 'exact'],
    ['URN:shop', 'MTChannelBasedBroker', 'spelling'],
    ['/ä', undefined, 'spelling'],
    ['URN:shop', 'Kafka', 'exact'],
  ])('source: %s on %s: %s', (source, brokerClass, expected) => {
    const exact = readDeclaredAttributes({ type: 'order', source });
    expect(opennessOf(['source'], exact, brokerClass)).toBe(expected);
  });
});
