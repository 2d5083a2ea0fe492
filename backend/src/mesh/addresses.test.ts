import { parseAddresses } from './addresses';

const http = { name: 'http', url: 'http://a' };
const https = { name: 'https', url: 'https://a' };

describe('parseAddresses (knative.md 4.1)', () => {
  it.each([
    ['none', {}, []],
    ['one', { address: http }, ['http://a']],
    [
      'several, in their order, before the single one',
      { addresses: [https, http], address: { url: 'http://old' } },
      ['https://a', 'http://a'],
    ],
    ['an empty list', { addresses: [], address: http }, ['http://a']],
    [
      'the same twice',
      { addresses: [http, { ...http, name: 'again' }] },
      ['http://a'],
    ],
    [
      'a list without a URL, which hides the single one all the same',
      { addresses: [{ name: 'https' }], address: http },
      [],
    ],
    [
      'malformed ones',
      { addresses: [null, 7, { url: 7 }, http] },
      ['http://a'],
    ],
    ['no list', { addresses: 'x', address: 'x' }, []],
  ])('%s', (_, status, expected) => {
    expect(parseAddresses({ status })).toEqual(expected);
  });

  it('is none of a status that is none', () => {
    expect(parseAddresses({ status: 'x' })).toEqual([]);
  });
});
