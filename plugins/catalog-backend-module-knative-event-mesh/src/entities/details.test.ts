import { toJson } from './details';

describe('toJson', () => {
  it('gives what writing and reading it would', () => {
    const details = {
      name: 'orders',
      absent: undefined,
      nothing: null,
      count: 3,
      isReady: false,
      list: [{ a: 1, b: undefined }, undefined, 'text', []],
      nested: { deep: { deeper: undefined } },
      ...JSON.parse('{"__proto__": {"key": "of a cluster"}}'),
    };

    const json = toJson(details);

    expect(json).toStrictEqual(JSON.parse(JSON.stringify(details)));
    expect(Object.keys(json)).toEqual(
      Object.keys(JSON.parse(JSON.stringify(details))),
    );
    expect(JSON.stringify(json)).toBe(JSON.stringify(details));
  });

  it('shares nothing with what it is given', () => {
    const details = { list: [{ name: 'a' }] };

    const json = toJson(details);
    details.list[0].name = 'b';

    expect(json).toEqual({ list: [{ name: 'a' }] });
  });
});
