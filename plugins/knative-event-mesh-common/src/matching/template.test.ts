import { canProduce, parseTemplate } from './template';

describe('parseTemplate', () => {
  it.each([
    ['com.acme.order', ['com.acme.order'], []],
    ['/orders/{id}', ['/orders/', ''], ['id']],
    ['{a}/{b}', ['', '/', ''], ['a', 'b']],
    ['{}', ['', ''], ['']],
    ['\\{id\\}', ['{id}'], []],
    ['a\\b', ['a\\b'], []],
  ])('reads %s', (declared, texts, variables) => {
    expect(parseTemplate(declared)).toEqual({ texts, variables });
  });

  it.each(['/orders/{id', '/orders/id}', '{{id}}', '{not-a-name}', '{a{b}'])(
    'knows nothing of %s',
    declared => {
      expect(parseTemplate(declared)).toBeUndefined();
    },
  );
});

describe('canProduce', () => {
  it.each([
    ['/orders/{id}', '/orders/1', true],
    ['/orders/{id}', '/orders/1/items/2', true],
    ['/orders/{id}', '/orders/', false],
    ['/orders/{id}', '/order/1', false],
    ['{a}', '', false],
    ['{a}{b}', 'x', false],
    ['{a}{b}', 'xy', true],
    ['{a}-{b}', 'x-y', true],
    ['{a}-{b}', '-y', false],
    ['{a}-{b}', 'x-', false],
    ['{a}-{b}', '--y', true],
    ['a{x}a', 'aa', false],
    ['a{x}a', 'aba', true],
    ['a.{x}', 'abc', false],
    ['{a}bc{b}bc{c}', 'xbcbcbc', false],
    ['{a}bc{b}bc{c}', 'xbcxbcy', true],
    ['plain', 'plain', true],
    ['plain', 'plain2', false],
  ])('%s can produce %s: %s', (declared, value, expected) => {
    expect(canProduce(parseTemplate(declared)!, value)).toBe(expected);
  });

  it('answers at once where a backtracking matcher would not', () => {
    const template = parseTemplate(`${'{a}x'.repeat(200)}y`)!;
    const start = performance.now();
    expect(canProduce(template, `${'x'.repeat(200_000)}z`)).toBe(false);
    expect(canProduce(template, `${'x'.repeat(200_000)}zy`)).toBe(false);
    expect(performance.now() - start).toBeLessThan(500);
  });
});
