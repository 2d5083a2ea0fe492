import { planLists } from './scope';

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
