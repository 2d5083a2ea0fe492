import type { Random } from './random';

/** Names that expressions and events of the tests share. */
export const attributeNames = [
  'type',
  'source',
  'id',
  'subject',
  'time',
  'foo',
  'bar',
  'n1',
] as const;

/** Strings that meet each other, numbers, booleans and each other's patterns. */
export const texts = [
  '',
  'a',
  'a.b',
  'a.b.c',
  '/a/b',
  '/a/bb/c',
  '/a/',
  '%20',
  'a%b',
  'a_b',
  'a\\b',
  'true',
  'FALSE',
  'false',
  '0',
  '1',
  '12',
  '-7',
  '+3',
  '2147483648',
  'ä',
  '€uro',
  'a😀b',
  '١٢',
  'a\u2028b',
  "it's",
  ' b ',
  'ﬁß',
] as const;

const patterns = [
  '%',
  '%%',
  '_',
  '_%',
  '%_',
  'a%',
  '%a',
  '%b%',
  'a.%',
  '/a/%',
  '%/c',
  '/a/_%',
  '/a/b%c',
  '/a%/%b%',
  'a\\%b',
  'a\\_b',
  '%\\%%',
  'a_b',
  'tru%',
  'fal_e',
  '1%',
  '',
] as const;

const integers = ['0', '1', '-1', '12', '+3', '2147483647', '-2147483648'];

/** An expression of the grammar, mostly with operands of fitting types. */
export function randomExpression(random: Random): string {
  return boolean(random, random.upTo(4));
}

function boolean(random: Random, depth: number): string {
  if (random.chance(0.08)) {
    return any(random, depth);
  }
  if (depth === 0) {
    return random.chance(0.85)
      ? simple(random)
      : random.pick(['TRUE', 'false']);
  }
  const inner = () => boolean(random, depth - 1);
  switch (random.upTo(7)) {
    case 0:
      return `NOT (${inner()})`;
    case 1:
      return `NOT ${inner()}`;
    case 2:
      return `EXISTS ${name(random)} AND ${inner()}`;
    case 3:
      return `(${inner()}) ${random.pick(['AND', 'OR', 'xor'])} (${inner()})`;
    default:
      return `${inner()} ${random.pick(['AND', 'OR', 'XOR'])} ${inner()}`;
  }
}

function simple(random: Random): string {
  const not = random.chance(0.2) ? 'NOT ' : '';
  switch (random.upTo(6)) {
    case 0:
      return `EXISTS ${name(random)}`;
    case 1:
    case 2:
      return `${any(random, 1)} ${random.pick(['=', '!=', '<>'])} ${any(
        random,
        1,
      )}`;
    case 3:
      return `${any(random, 1)} ${random.pick(['<', '<=', '>', '>='])} ${any(
        random,
        1,
      )}`;
    case 4:
    case 5:
      return `${any(random, 1)} ${not}LIKE ${quote(
        random.pick(patterns),
        random,
      )}`;
    default: {
      const elements = Array.from({ length: 1 + random.upTo(3) }, () =>
        any(random, 0),
      );
      return `${any(random, 0)} ${not}IN (${elements.join(', ')})`;
    }
  }
}

function any(random: Random, depth: number): string {
  if (depth <= 0 || random.chance(0.75)) {
    switch (random.upTo(4)) {
      case 0:
        return random.pick(integers);
      case 1:
        return quote(random.pick(texts), random);
      case 2:
        return random.chance(0.3)
          ? random.pick(['TRUE', 'FALSE'])
          : name(random);
      default:
        return name(random);
    }
  }
  const inner = () => any(random, depth - 1);
  switch (random.upTo(4)) {
    case 0:
      return `(${inner()} ${random.pick([
        '+',
        '-',
        '*',
        '/',
        '%',
      ])} ${inner()})`;
    case 1:
      return `-${name(random)}`;
    default:
      return call(random, inner);
  }
}

function call(random: Random, inner: () => string): string {
  switch (random.upTo(5)) {
    case 0:
      return `${random.pick([
        'INT',
        'bool',
        'STRING',
        'IS_INT',
        'IS_BOOL',
      ])}(${inner()})`;
    case 1:
      return `${random.pick([
        'ABS',
        'LENGTH',
        'LOWER',
        'UPPER',
        'TRIM',
      ])}(${inner()})`;
    case 2:
      return `${random.pick(['CONCAT', 'CONCAT_WS'])}(${inner()}, ${inner()})`;
    case 3:
      return `${random.pick([
        'LEFT',
        'RIGHT',
        'SUBSTRING',
      ])}(${inner()}, ${random.pick(integers)})`;
    case 4:
      return `SUBSTRING(${inner()}, ${inner()}, ${random.pick(integers)})`;
    default:
      return `${random.pick(['NONE', 'ABS', 'CONCAT_WS'])}()`;
  }
}

function name(random: Random): string {
  const lower = random.pick(attributeNames);
  return random.chance(0.05) ? lower.toUpperCase() : lower;
}

function quote(text: string, random: Random): string {
  const mark = random.pick(["'", '"']);
  return `${mark}${text.replaceAll(mark, `\\${mark}`)}${mark}`;
}
