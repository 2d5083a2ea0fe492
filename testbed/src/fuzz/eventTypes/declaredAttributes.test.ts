import { readDeclaredAttributes } from './declaredAttributes';

describe('readDeclaredAttributes', () => {
  it('reads v1beta1 and v1beta2', () => {
    const declared = readDeclaredAttributes({
      type: 'order',
      source: '/shop/%7Bid%7d',
      schema: 'https://s/1',
    });
    expect(Object.fromEntries(declared)).toMatchObject({
      type: { isAlwaysThere: true, value: { kind: 'exact', text: 'order' } },
      source: {
        isAlwaysThere: true,
        value: { kind: 'template', texts: ['/shop/', ''] },
      },
      dataschema: {
        isAlwaysThere: false,
        value: { kind: 'exact', text: 'https://s/1' },
      },
      id: { isAlwaysThere: true, value: { kind: 'any' } },
      specversion: { isAlwaysThere: true, value: { kind: 'any' } },
    });
  });

  it('reads v1beta3', () => {
    const declared = readDeclaredAttributes({
      type: 'order',
      attributes: [
        { name: 'source', required: true, value: '/shop' },
        { name: 'schemadata', required: true },
        { name: 'color', value: 'red' },
        { name: '__proto__', required: true, value: 'x' },
      ],
    });
    expect(declared.get('source')?.value).toEqual({
      kind: 'exact',
      text: '/shop',
    });
    expect(declared.get('dataschema')).toEqual({
      isAlwaysThere: true,
      value: { kind: 'any' },
    });
    expect(declared.get('color')?.isAlwaysThere).toBe(false);
    expect(declared.get('__proto__')?.value).toEqual({
      kind: 'exact',
      text: 'x',
    });
  });
});
