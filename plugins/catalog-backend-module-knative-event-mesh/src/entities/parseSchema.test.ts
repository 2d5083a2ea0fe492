import { parseSchema } from './parseSchema';

describe('parseSchema', () => {
  it('gives what each text says, asked in any order', () => {
    expect(parseSchema('{"type":"object"}')).toEqual({ type: 'object' });
    expect(parseSchema('[]')).toEqual([]);
    expect(parseSchema('{"type":"object"}')).toEqual({ type: 'object' });
    expect(parseSchema('{')).toBeUndefined();
    expect(parseSchema('')).toBeUndefined();
    expect(parseSchema('null')).toBeNull();
  });

  it('parses a text that is asked for again only once', () => {
    const text = '{"type":"string"}';

    expect(parseSchema(text)).toBe(parseSchema(text));
  });
});
