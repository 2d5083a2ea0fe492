import { eventType } from '../testUtils';
import { searchableText, searchLines } from './searchLines';

const linesOf = (overrides: Parameters<typeof eventType>[0]) =>
  searchLines(eventType(overrides)).map(({ text }) => text);

describe('searchLines', () => {
  it('has the words of type and description, and the names of properties', () => {
    expect(
      linesOf({
        type: 'com.example.payment-received.v1',
        description: 'A payment (of any kind)\nwas *received*.',
        schemaData: '{"properties":{"orderId":{},"amount":{}}}',
      }),
    ).toEqual([
      'com example payment received v1',
      'A payment of any kind was received',
      'amount orderId',
    ]);
  });

  it('makes lines that the catalog searches, and says what goes across twice', () => {
    const words = Array.from({ length: 200 }, (_, index) => `word${index}`);
    const [, ...lines] = linesOf({ description: words.join(' ') });

    expect(lines.every(line => line.length <= 200)).toBe(true);
    for (let index = 3; index < words.length; index++) {
      const phrase = words.slice(index - 3, index).join(' ');
      expect(lines.some(line => line.includes(phrase))).toBe(true);
    }
  });

  it('is bounded, whatever the cluster holds', () => {
    const properties = Object.fromEntries(
      Array.from({ length: 3000 }, (_, index) => [
        `${index}${'n'.repeat(80)}`,
        {},
      ]),
    );
    const lines = linesOf({
      type: 'İ'.repeat(5000),
      description: '\u{1F600}é '.repeat(50_000),
      schemaData: JSON.stringify({
        properties,
        x: { properties: { ['long'.repeat(40)]: {} } },
      }),
    });

    expect(lines.length).toBeLessThanOrEqual(80);
    expect(lines.every(line => line.toLowerCase().length <= 200)).toBe(true);
    expect(lines.join()).not.toContain('longlong');
  });
});

describe('searchableText', () => {
  it('keeps what is short, and cuts what is long without halving a letter', () => {
    expect(searchableText('com.example.paid')).toBe('com.example.paid');
    expect(searchableText('a'.repeat(300))).toHaveLength(200);
    expect(searchableText('İ'.repeat(150)).toLowerCase().length).toBe(200);
    expect(searchableText(`${'a'.repeat(199)}\u{1F600}`)).toBe('a'.repeat(199));
  });
});
