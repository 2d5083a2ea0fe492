import type { Random } from '../random';
import type { TriggerContext } from './context';
import { cutText } from '../cutText';

const integers = ['0', '1', '-1', '3', '12', '+3', '2147483647', '-2147483648'];

class Drawing {
  constructor(
    private readonly context: TriggerContext,
    private readonly random: Random,
  ) {}

  boolean(depth: number): string {
    const { random } = this;
    if (random.chance(0.03)) {
      return this.value(depth);
    }
    if (depth === 0) {
      return random.chance(0.96)
        ? this.condition()
        : random.pick(['TRUE', 'false']);
    }
    const inner = () => this.boolean(depth - 1);
    const operator = () => random.pick(['AND', 'AND', 'OR', 'OR', 'XOR', 'or']);
    return random.weighted<() => string>([
      [10, () => `NOT (${inner()})`],
      [5, () => `NOT ${inner()}`],
      [12, () => `EXISTS ${this.name()} AND ${inner()}`],
      [25, () => `(${inner()}) ${operator()} (${inner()})`],
      [25, () => `${inner()} ${operator()} ${inner()}`],
    ])();
  }

  private condition(): string {
    const { random } = this;
    const not = random.chance(0.15) ? 'NOT ' : '';
    const name = this.name();
    const text = () => quoted(this.context.drawText(name, random), random);
    const equals = random.pick(['=', '=', '=', '!=', '<>']);
    return random.weighted<() => string>([
      [30, () => `${name} ${equals} ${text()}`],
      [5, () => `${text()} ${equals} ${name}`],
      [22, () => `${name} ${not}LIKE ${this.patternFor(name)}`],
      [10, () => `${name} ${not}IN (${this.list(text)})`],
      [6, () => `EXISTS ${name}`],
      [7, () => `${this.value(1)} ${equals} ${this.value(1)}`],
      [
        5,
        () =>
          `${this.value(1)} ${random.pick(['<', '<=', '>', '>='])} ${this.value(
            1,
          )}`,
      ],
      [3, () => `${this.value(1)} ${not}LIKE ${this.patternFor(name)}`],
      [
        3,
        () => `${this.value(0)} ${not}IN (${this.list(() => this.value(0))})`,
      ],
      [1, () => this.correlation()],
    ])();
  }

  private value(depth: number): string {
    const { random } = this;
    if (depth <= 0 || random.chance(0.6)) {
      return random.weighted<() => string>([
        [40, () => this.name()],
        [15, () => random.pick(integers)],
        [25, () => this.anyText()],
        [5, () => random.pick(['TRUE', 'FALSE'])],
      ])();
    }
    const inner = () => this.value(depth - 1);
    const integer = () => random.pick(integers);
    return random.weighted<() => string>([
      [
        15,
        () =>
          `(${inner()} ${random.pick(['+', '-', '*', '/', '%'])} ${inner()})`,
      ],
      [4, () => `-${this.name()}`],
      [
        20,
        () =>
          `${random.pick([
            'INT',
            'bool',
            'STRING',
            'IS_INT',
            'IS_BOOL',
          ])}(${inner()})`,
      ],
      [
        20,
        () =>
          `${random.pick([
            'ABS',
            'LENGTH',
            'lower',
            'UPPER',
            'TRIM',
          ])}(${inner()})`,
      ],
      [10, () => `CONCAT(${inner()}, ${inner()})`],
      [5, () => `CONCAT_WS(${inner()}, ${inner()}, ${inner()})`],
      [
        12,
        () =>
          `${random.pick([
            'LEFT',
            'RIGHT',
            'SUBSTRING',
          ])}(${inner()}, ${integer()})`,
      ],
      [5, () => `SUBSTRING(${inner()}, ${inner()}, ${integer()})`],
      [
        2,
        () => random.pick(['NONE()', 'ABS()', 'CONCAT_WS()', 'LENGTH(1, 2)']),
      ],
    ])();
  }

  /** A pattern that is like the values of an attribute. */
  private patternFor(name: string): string {
    const { context, random } = this;
    const text = context.drawText(name, random);
    const [head, tail] = cutText(text, random);
    const start = escapedPattern(head, random);
    const end = escapedPattern(tail, random);
    // Without its first character, which is one that `_` can stand for.
    const rest = escapedPattern([...tail].slice(1).join(''), random);
    const pattern = random.weighted<string>([
      [30, `${start}%`],
      [20, `%${end}`],
      [10, `%${rest}%`],
      [10, `${start}%${end}`],
      [10, `${start}_${rest}`],
      [5, `${start}_%`],
      [5, escapedPattern(text, random)],
      [2, '%'],
      [2, '%_'],
      [2, '%\\%%'],
      [1, ''],
    ]);
    return quoted(pattern, random);
  }

  private list(draw: () => string): string {
    return Array.from({ length: 1 + this.random.upTo(2) }, draw).join(', ');
  }

  private anyText(): string {
    const { context, random } = this;
    return quoted(context.drawText(context.drawName(random), random), random);
  }

  /** A name that an expression can have: others would break its syntax. */
  private name(): string {
    const { context, random } = this;
    for (let attempt = 0; attempt < 5; attempt++) {
      const name = context.drawName(random);
      if (/^[a-z][a-z0-9]*$/.test(name)) {
        return random.chance(0.97) ? name : name.toUpperCase();
      }
    }
    return 'type';
  }

  /** As Knative's RequestReply writes it. */
  private correlation(): string {
    return `KN_VERIFY_CORRELATION_ID(${this.name()}, "a", "b", "c", 0, 1)`;
  }
}

/**
 * An expression of CESQL's grammar, mostly with operands of fitting types, and
 * seldom a text that is none.
 */
export function drawExpression(
  context: TriggerContext,
  random: Random,
): string {
  const expression = new Drawing(context, random).boolean(random.upTo(3));
  return random.chance(0.985) ? expression : broken(expression, random);
}

function quoted(text: string, random: Random): string {
  const mark = random.pick(["'", '"']);
  return `${mark}${text.replaceAll(mark, `\\${mark}`)}${mark}`;
}

function escapedPattern(text: string, random: Random): string {
  return random.chance(0.7) ? text.replace(/[%_]/g, '\\$&') : text;
}

function broken(expression: string, random: Random): string {
  return random.pick([
    ...cutText(expression, random),
    `${expression})`,
    `${expression} # `,
    `${expression} 'a'`,
    expression.replace('=', '=='),
    'n1-1',
    'LENGTH(',
    'type LIKE source',
    ' ',
  ]);
}
