import { brokersAreRead, planLists } from './scope';

const few = ['a', 'b'];
const many = ['a', 'b', 'c', 'd', 'e', 'f'];

describe('planLists', () => {
  it.each([
    [
      'all namespaces, labelled',
      few,
      undefined,
      true,
      { everywhere: true, namespaces: few },
    ],
    [
      'all namespaces, few',
      few,
      undefined,
      false,
      { everywhere: false, namespaces: few },
    ],
    [
      'all namespaces, many',
      many,
      undefined,
      false,
      { everywhere: true, namespaces: [] },
    ],
    [
      'all namespaces, many, labelled',
      many,
      undefined,
      true,
      { everywhere: true, namespaces: [] },
    ],
    ['a scope, few', few, ['a'], true, { everywhere: false, namespaces: few }],
    [
      'a scope, many within',
      many,
      many,
      true,
      { everywhere: false, namespaces: many },
    ],
    [
      'a scope, many beyond',
      many,
      ['a', 'z'],
      true,
      { everywhere: true, namespaces: ['a'] },
    ],
  ])('%s', (_, namespaces, scope, cheap, expected) => {
    expect(planLists(namespaces, scope, cheap)).toEqual(expected);
  });
});

describe('brokersAreRead', () => {
  const omission = { reason: 'forbidden', message: '' } as const;
  const finding = (kind: string, namespace: string) => ({
    code: 'malformedObject',
    severity: 'error' as const,
    object: { group: 'eventing.knative.dev', kind, namespace, name: 'x' },
    message: '',
    action: '',
  });

  it.each([
    ['everything', undefined, [], [], true],
    ['in scope', ['shop'], [], [], true],
    ['out of scope', ['cart'], [], [], false],
    ['omitted', ['shop'], [{ ...omission, namespace: 'shop' }], [], false],
    [
      'a kind of subscriber omitted',
      undefined,
      [{ ...omission, kind: 'Service', namespace: 'shop' }],
      [],
      true,
    ],
    ['a malformed broker', undefined, [], [finding('Broker', 'shop')], false],
    [
      'a malformed broker elsewhere',
      undefined,
      [],
      [finding('Broker', 'cart')],
      true,
    ],
    [
      'a malformed broker of no namespace',
      undefined,
      [],
      [finding('Broker', '')],
      false,
    ],
    ['a malformed trigger', undefined, [], [finding('Trigger', 'shop')], true],
  ])('%s', (_, scope, omitted, findings, expected) => {
    expect(brokersAreRead(scope, omitted, findings)('shop')).toBe(expected);
  });
});
