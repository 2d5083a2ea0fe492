import { passThrough } from './passThrough';

const nothing = { labels: [], annotations: [] };
const everything = { labels: ['*'], annotations: ['*'] };

describe('passThrough', () => {
  it('takes the recommended labels by default, and no annotation', () => {
    expect(
      passThrough(
        {
          labels: { 'app.kubernetes.io/part-of': 'shop', team: 'a' },
          annotations: { 'example.com/a': 'b' },
        },
        nothing,
      ),
    ).toEqual({
      labels: { 'app.kubernetes.io/part-of': 'shop' },
      annotations: {},
      dropped: 0,
    });
  });

  it('takes what is configured, by key or by the start of it', () => {
    expect(
      passThrough(
        {
          labels: { team: 'a', teams: 'b' },
          annotations: { 'example.com/a': '1', 'example.org/a': '2' },
        },
        { labels: ['team'], annotations: ['example.com/*'] },
      ),
    ).toEqual({
      labels: { team: 'a' },
      annotations: { 'example.com/a': '1' },
      dropped: 0,
    });
  });

  it.each([
    'backstage.io/managed-by-location',
    'backstage.io/managed-by-origin-location',
    'backstage.io/Managed-By-Location',
    'knative-event-mesh/uid',
    'knative-event-mesh/UID',
    'kubectl.kubernetes.io/last-applied-configuration',
  ])('never takes %s', key => {
    const { labels, annotations } = passThrough(
      { labels: { [key]: 'x' }, annotations: { [key]: 'x' } },
      everything,
    );
    expect({ labels, annotations }).toEqual({ labels: {}, annotations: {} });
  });

  it.each([
    ['two slashes in the key', 'a/b/c', 'x'],
    ['upper case in the prefix', 'UPPER.example.com/x', 'x'],
    ['a long suffix', `a/${'x'.repeat(64)}`, 'x'],
    ['a long prefix', `${'x'.repeat(254)}/a`, 'x'],
    ['an empty key', '', 'x'],
    ['a key with a blank', 'a b', 'x'],
    ['a key that names a prototype', '__proto__', 'x'],
    ['a long value', 'a', 'x'.repeat(64)],
    ['a value with a blank', 'a', 'x y'],
    ['a value that ends with a dash', 'a', 'x-'],
  ])('drops a label with %s', (_, key, value) => {
    expect(
      passThrough(
        { labels: Object.fromEntries([[key, value]]), annotations: {} },
        everything,
      ),
    ).toEqual({ labels: {}, annotations: {}, dropped: 1 });
  });

  it('keeps any value of an annotation', () => {
    const annotations = { a: `${'x '.repeat(500)}{"$ref":"y"}` };
    expect(passThrough({ labels: {}, annotations }, everything)).toEqual({
      labels: {},
      annotations,
      dropped: 0,
    });
  });

  it('keeps one of several keys that differ only in case', () => {
    expect(
      passThrough(
        { labels: { foo: '1', Foo: '2' }, annotations: { b: '1', B: '2' } },
        everything,
      ),
    ).toEqual({ labels: { Foo: '2' }, annotations: { B: '2' }, dropped: 2 });
  });
});
