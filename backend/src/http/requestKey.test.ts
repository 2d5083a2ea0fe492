import { createRequestKeys } from './requestKey';

describe('createRequestKeys', () => {
  const keyOf = createRequestKeys();

  it('is the same for the same token and namespaces only', () => {
    const requests: [string, string[] | undefined][] = [
      ['a', undefined],
      ['b', undefined],
      ['a', ['b']],
      ['ab', undefined],
      ['a', ['b', 'c']],
    ];
    const keys = requests.map(request => keyOf(...request));
    expect(new Set(keys).size).toBe(requests.length);
    expect(requests.map(request => keyOf(...request))).toEqual(keys);
  });

  it('is another one in another process', () => {
    expect(createRequestKeys()('a', undefined)).not.toBe(keyOf('a', undefined));
  });
});
