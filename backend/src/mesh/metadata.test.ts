import { identityOf, parseComponentMetadata, parseMetadata } from './metadata';

const base = { name: 'a', namespace: 'shop', uid: 'u' };

describe('parseMetadata', () => {
  it.each([
    ['nothing more', {}, {}, {}],
    ['null for empty', { labels: null, annotations: null }, {}, {}],
    ['labels, sorted', { labels: { b: '2', a: '1' } }, { a: '1', b: '2' }, {}],
    [
      'without what kubectl keeps and what is large',
      {
        annotations: {
          'kubectl.kubernetes.io/last-applied-configuration': '{}',
          large: 'x'.repeat(4097),
          'large-in-bytes': 'ä'.repeat(2049),
          fits: 'x'.repeat(4096),
        },
      },
      {},
      { fits: 'x'.repeat(4096) },
    ],
  ])('%s', (_, metadata, labels, annotations) => {
    const parsed = parseMetadata({ metadata: { ...base, ...metadata } });
    expect(parsed).toEqual({ ...base, labels, annotations });
    expect(Object.keys(parsed.labels)).toEqual(Object.keys(labels));
  });

  it('takes names of the prototype as names', () => {
    const text =
      '{"metadata":{"name":"a","namespace":"shop","uid":"u","labels":{"__proto__":"x","constructor":"y","toString":"z"}}}';
    const { labels } = parseMetadata(JSON.parse(text));
    expect(JSON.stringify(labels)).toBe(
      '{"__proto__":"x","constructor":"y","toString":"z"}',
    );
    expect(Object.getPrototypeOf(labels)).toBe(Object.getPrototypeOf({}));
  });

  it.each([
    [{}, 'metadata is missing'],
    [{ metadata: [] }, 'metadata is not an object'],
    [{ metadata: { ...base, name: undefined } }, 'name is missing'],
    [{ metadata: { ...base, name: '' } }, 'name is missing'],
    [{ metadata: { ...base, namespace: 7 } }, 'namespace is not text'],
    [{ metadata: { ...base, uid: null } }, 'uid is missing'],
    [
      { metadata: { ...base, labels: { a: 1 } } },
      'a value in labels is not text',
    ],
  ])('refuses %j', (object, message) => {
    expect(() => parseMetadata(object)).toThrow(message);
  });
});

describe('parseComponentMetadata', () => {
  const id = 'backstage.io/kubernetes-id';
  it.each([
    ['label', { labels: { [id]: 'l' } }, 'l'],
    ['annotation', { annotations: { [id]: 'a' } }, 'a'],
    [
      'label before annotation',
      { labels: { [id]: 'l' }, annotations: { [id]: 'a' } },
      'l',
    ],
    [
      'annotation before an empty label',
      { labels: { [id]: '' }, annotations: { [id]: 'a' } },
      'a',
    ],
    ['neither', {}, undefined],
    [
      'annotation beside malformed labels',
      { labels: 7, annotations: { [id]: 'a' } },
      'a',
    ],
  ])('takes the id from the %s', (_, metadata, expected) => {
    const object = { metadata: { ...base, ...metadata } };
    expect(parseComponentMetadata(object)).toMatchObject({
      name: 'a',
      namespace: 'shop',
    });
    expect(parseComponentMetadata(object).kubernetesId).toBe(expected);
  });
});

it.each([
  [{ metadata: base }, 'shop', 'a'],
  [{ metadata: { name: 'a', namespace: 7 } }, '', 'a'],
  [{ metadata: 'x' }, '', ''],
  [null, '', ''],
  ['text', '', ''],
])('identityOf %j', (object, namespace, name) => {
  expect(identityOf(object)).toEqual({ namespace, name });
});
