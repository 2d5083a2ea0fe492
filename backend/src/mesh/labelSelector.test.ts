import { MalformedObject } from './guards';
import { parseLabelSelector } from './labelSelector';

describe('parseLabelSelector', () => {
  it.each([
    [{}, ''],
    [{ matchLabels: {}, matchExpressions: [] }, ''],
    [{ matchLabels: null }, ''],
    [{ matchLabels: { tier: 'x', app: 'shop' } }, 'app=shop,tier=x'],
    [{ matchLabels: { 'app.example/part': '' } }, 'app.example/part='],
    [
      { matchLabels: { constructor: 'a', toString: 'b' } },
      'constructor=a,toString=b',
    ],
    [
      {
        matchLabels: { app: 'shop' },
        matchExpressions: [
          { key: 'tier', operator: 'NotIn', values: ['b', 'a'] },
          { key: 'old', operator: 'DoesNotExist' },
          { key: 'app', operator: 'In', values: ['x'] },
          { key: 'new', operator: 'Exists', values: [] },
        ],
      },
      'app=shop,!old,app in (x),new,tier notin (a,b)',
    ],
  ])('%j', (selector, expected) => {
    expect(parseLabelSelector(selector)).toBe(expected);
  });

  it.each([
    [{ matchLabels: 'x' }],
    [{ matchLabels: { app: 7 } }],
    // These would be written as something else than they are.
    [{ matchLabels: { app: 'a,b=c' } }],
    [{ matchLabels: { 'app,b': 'c' } }],
    [{ matchLabels: { '!app': 'c' } }],
    [JSON.parse('{ "matchLabels": { "__proto__": "x" } }')],
    [{ matchExpressions: {} }],
    [{ matchExpressions: ['x'] }],
    [{ matchExpressions: [{ operator: 'Exists' }] }],
    [{ matchExpressions: [{ key: 'a', operator: 'constructor' }] }],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: [7] }] }],
    [{ matchExpressions: [{ key: 'a', operator: 'In', values: ['b)'] }] }],
    [{ matchExpressions: [{ key: 'a b', operator: 'Exists' }] }],
  ])('is malformed: %j', selector => {
    expect(() => parseLabelSelector(selector)).toThrow(MalformedObject);
  });
});
