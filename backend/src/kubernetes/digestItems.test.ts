import { digestItems } from './digestItems';

const digest = (text: string) => digestItems(Buffer.from(text));

/** As the API server writes metadata only, and lists of the core group. */
const typed = (version: string, items: string) =>
  `{"kind":"PartialObjectMetadataList","apiVersion":"meta.k8s.io/v1","metadata":{"resourceVersion":"${version}"},"items":[${items}]}\n`;

/** As it writes custom resources. */
const custom = (version: string, items: string) =>
  `{"apiVersion":"x.io/v1","items":[${items}],"kind":"XList","metadata":{"continue":"","resourceVersion":"${version}"}}\n`;

describe('digestItems', () => {
  const item = '{"metadata":{"name":"a","resourceVersion":"5"}}';
  const long = `{"metadata":{"name":"${'a'.repeat(2_000)}"}}`;

  describe.each([
    ['metadata only', typed],
    ['custom resources', custom],
  ])('of %s', (_what, list) => {
    it.each([
      ['', 'no items'],
      [item, 'one item'],
      [`${item},${long}`, 'items'],
    ])('leaves out the version of the list: %#', items => {
      expect(digest(list('9', items))).toBe(digest(list('1000', items)));
    });

    it.each([
      ['another name', item.replace('"a"', '"b"')],
      ['another version of the object', item.replace('5', '6')],
      ['one more', `${item},${item}`],
      ['none', ''],
    ])('tells %s', (_difference, items) => {
      expect(digest(list('9', items))).not.toBe(digest(list('9', item)));
    });
  });

  it('tells kinds', () => {
    const list = custom('9', item);
    expect(digest(list.replace('XList', 'YList'))).not.toBe(digest(list));
    const metadata = typed('9', item);
    expect(digest(metadata.replace('k8s', 'k9s'))).not.toBe(digest(metadata));
  });

  it('hashes a version that is none of the list', () => {
    const inFirstItem = (version: string) =>
      `{"items":[{"kind":"X","metadata":{"resourceVersion":"${version}"}}]}`;
    expect(digest(inFirstItem('1'))).not.toBe(digest(inFirstItem('2')));
    const inText = (version: string) =>
      custom('9', JSON.stringify({ text: custom(version, '') }));
    expect(digest(inText('1'))).not.toBe(digest(inText('2')));
  });

  it('hashes a version of which there may be more', () => {
    const page = (version: string) =>
      custom(version, item).replace('"continue":""', '"continue":"x"');
    expect(digest(page('1'))).not.toBe(digest(page('2')));
  });

  it.each(['', '{', 'null', '<html>'])('hashes %j', text => {
    expect(digest(text)).toMatch(/^[\w+/]{43}=$/);
  });
});
