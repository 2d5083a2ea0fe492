import { parseInteger } from '../values/casts';
import type { ExpressionNode, Span } from './ast';
import { parseError, type ParseError } from './parseError';
import type { Token, TokenType } from './tokens';

/** Ends the parsing; never leaves the package. */
export class ParseFailure extends Error {
  readonly error: ParseError;

  constructor(error: ParseError) {
    super(error.message);
    this.error = error;
  }
}

/**
 * A node with the number of levels of its tree. All walks over the tree recurse,
 * so none may be deeper than the parser allows.
 */
interface Parsed {
  node: ExpressionNode;
  height: number;
}

/** How tightly operators bind. NOT and minus bind tighter than all of these. */
const strength = {
  like: 5,
  in: 4,
  multiplication: 3,
  addition: 2,
  comparison: 1,
  logic: 0,
};

/** A recursive descent parser; {@link https://github.com/cloudevents/spec/blob/main/cesql/spec.md | the grammar} is left recursive. */
export class Parser {
  readonly #text: string;
  readonly #tokens: readonly Token[];
  readonly #maximumDepth: number;
  #next = 0;

  constructor(text: string, tokens: readonly Token[], maximumDepth: number) {
    this.#text = text;
    this.#tokens = tokens;
    this.#maximumDepth = maximumDepth;
  }

  /** @throws ParseFailure */
  parse(): ExpressionNode {
    const { node } = this.#expression(strength.logic, 1);
    if (this.#peek().type !== 'end') {
      this.#fail('an operator or the end of the expression');
    }
    return node;
  }

  #expression(minimum: number, depth: number): Parsed {
    let left = this.#operand(depth);
    for (;;) {
      const longer = this.#continuation(left, minimum, depth);
      if (!longer) {
        return left;
      }
      left = longer;
    }
  }

  /** What follows an expression and makes it part of a larger one. */
  #continuation(
    left: Parsed,
    minimum: number,
    depth: number,
  ): Parsed | undefined {
    const isNegated = this.#peek().type === 'NOT';
    const operator = isNegated ? this.#tokens[this.#next + 1] : this.#peek();
    switch (operator.type) {
      case 'LIKE':
        return minimum <= strength.like
          ? this.#like(left, isNegated)
          : undefined;
      case 'IN':
        return minimum <= strength.in
          ? this.#in(left, isNegated, depth)
          : undefined;
      default:
        return isNegated ? undefined : this.#binary(left, minimum, depth);
    }
  }

  #binary(left: Parsed, minimum: number, depth: number): Parsed | undefined {
    const { type } = this.#peek();
    switch (type) {
      case '*':
      case '/':
      case '%':
        if (minimum > strength.multiplication) {
          return undefined;
        }
        return this.#combine(
          left,
          this.#right(strength.multiplication + 1, depth),
          { kind: 'arithmetic', operator: type },
        );
      case '+':
      case '-':
        if (minimum > strength.addition) {
          return undefined;
        }
        return this.#combine(left, this.#right(strength.addition + 1, depth), {
          kind: 'arithmetic',
          operator: type,
        });
      case '=':
      case '!=':
      case '<>':
      case '<':
      case '<=':
      case '>':
      case '>=':
        if (minimum > strength.comparison) {
          return undefined;
        }
        return this.#combine(
          left,
          this.#right(strength.comparison + 1, depth),
          { kind: 'comparison', operator: type === '<>' ? '!=' : type },
        );
      case 'AND':
      case 'OR':
      case 'XOR':
        if (minimum > strength.logic) {
          return undefined;
        }
        // The grammar groups these, and only these, from the right.
        return this.#combine(left, this.#right(strength.logic, depth + 1), {
          kind: 'logic',
          operator: type,
        });
      default:
        return undefined;
    }
  }

  #right(minimum: number, depth: number): Parsed {
    this.#take();
    return this.#expression(minimum, depth);
  }

  #combine(
    left: Parsed,
    right: Parsed,
    operation:
      | { kind: 'arithmetic'; operator: '+' | '-' | '*' | '/' | '%' }
      | {
          kind: 'comparison';
          operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
        }
      | { kind: 'logic'; operator: 'AND' | 'OR' | 'XOR' },
  ): Parsed {
    return this.#above([left, right], {
      ...operation,
      left: left.node,
      right: right.node,
      start: left.node.start,
      end: right.node.end,
    });
  }

  #like(left: Parsed, isNegated: boolean): Parsed {
    this.#takeOperator(isNegated);
    if (this.#peek().type !== 'string') {
      this.#fail('a pattern in quotes after LIKE');
    }
    const token = this.#take();
    const like = this.#above([left], {
      kind: 'like',
      operand: left.node,
      pattern: unquote(token.text),
      start: left.node.start,
      end: token.end,
    });
    return isNegated ? this.#not(like, like.node) : like;
  }

  #in(left: Parsed, isNegated: boolean, depth: number): Parsed {
    this.#takeOperator(isNegated);
    this.#expect('(', 'a set in parentheses after IN');
    const { parsed, end } = this.#list(depth);
    const node = this.#above([left, ...parsed], {
      kind: 'in',
      operand: left.node,
      elements: parsed.map(element => element.node),
      start: left.node.start,
      end,
    });
    return isNegated ? this.#not(node, node.node) : node;
  }

  #takeOperator(isNegated: boolean) {
    if (isNegated) {
      this.#take();
    }
    this.#take();
  }

  #operand(depth: number): Parsed {
    if (depth > this.#maximumDepth) {
      this.#failTooDeep(this.#peek().start);
    }
    const token = this.#peek();
    switch (token.type) {
      case 'NOT':
        this.#take();
        return this.#not(this.#operand(depth + 1), token);
      case '-': {
        this.#take();
        const operand = this.#operand(depth + 1);
        return this.#above([operand], {
          kind: 'negate',
          operand: operand.node,
          start: token.start,
          end: operand.node.end,
        });
      }
      case 'EXISTS':
        return this.#exists();
      case '(': {
        this.#take();
        const inner = this.#expression(strength.logic, depth + 1);
        const { end } = this.#expect(')', 'a closing parenthesis');
        return {
          ...inner,
          node: { ...inner.node, start: token.start, end },
        };
      }
      case 'identifier':
        return this.#tokens[this.#next + 1].type === '('
          ? this.#call(depth)
          : this.#attribute();
      case 'functionName':
        return this.#call(depth);
      case 'attributeName':
        return this.#attribute();
      default:
        return this.#literal();
    }
  }

  #not(operand: Parsed, { start }: Span): Parsed {
    return this.#above([operand], {
      kind: 'not',
      operand: operand.node,
      start,
      end: operand.node.end,
    });
  }

  #exists(): Parsed {
    const { start } = this.#take();
    const name = this.#peek();
    if (name.type !== 'identifier' && name.type !== 'attributeName') {
      this.#fail('the name of an attribute after EXISTS');
    }
    const { text, end } = this.#take();
    return leaf({ kind: 'exists', name: text, start, end });
  }

  #attribute(): Parsed {
    const { text, start, end } = this.#take();
    return leaf({ kind: 'attribute', name: text, start, end });
  }

  #call(depth: number): Parsed {
    const { text, start } = this.#take();
    this.#expect('(', 'the arguments of a function in parentheses');
    const { parsed, end } =
      this.#peek().type === ')'
        ? { parsed: [], end: this.#take().end }
        : this.#list(depth);
    return this.#above(parsed, {
      kind: 'call',
      name: text.toUpperCase(),
      arguments: parsed.map(argument => argument.node),
      start,
      end,
    });
  }

  /** At least one expression, and the closing parenthesis. */
  #list(depth: number): { parsed: Parsed[]; end: number } {
    const parsed = [this.#expression(strength.logic, depth + 1)];
    while (this.#peek().type === ',') {
      this.#take();
      parsed.push(this.#expression(strength.logic, depth + 1));
    }
    const { end } = this.#expect(')', 'a comma or a closing parenthesis');
    return { parsed, end };
  }

  #literal(): Parsed {
    const token = this.#peek();
    const { start, end } = token;
    switch (token.type) {
      case 'TRUE':
      case 'FALSE':
        this.#take();
        return leaf({
          kind: 'literal',
          value: token.type === 'TRUE',
          start,
          end,
        });
      case 'string':
        this.#take();
        return leaf({
          kind: 'literal',
          value: unquote(token.text),
          start,
          end,
        });
      case 'integer':
        return this.#integer();
      default:
        return this.#fail('a value, an attribute or a function');
    }
  }

  #integer(): Parsed {
    const { text, start, end } = this.#take();
    const value = parseInteger(text, 'specification');
    if (value === undefined) {
      throw this.#failure(
        `${shorten(
          text,
        )} does not fit into an integer, which goes from -2147483648 to 2147483647.`,
        start,
      );
    }
    return leaf({ kind: 'literal', value, start, end });
  }

  #above(children: readonly Parsed[], node: ExpressionNode): Parsed {
    let height = 1;
    for (const child of children) {
      height = Math.max(height, child.height + 1);
    }
    if (height > this.#maximumDepth) {
      this.#failTooDeep(node.start);
    }
    return { node, height };
  }

  #peek(): Token {
    return this.#tokens[this.#next];
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #expect(type: TokenType, what: string): Token {
    if (this.#peek().type !== type) {
      this.#fail(what);
    }
    return this.#take();
  }

  #fail(expected: string): never {
    const token = this.#peek();
    throw this.#failure(
      `Expected ${expected}, but found ${this.#describe(token)}.`,
      token.start,
    );
  }

  #describe(token: Token): string {
    switch (token.type) {
      case 'end':
        return 'the end';
      case 'openQuote':
        return 'a quote that is not closed';
      case '=':
        return this.#tokens[this.#next - 1]?.type === '='
          ? '“=”; equality is written with one “=”'
          : '“=”';
      case 'integer':
        return /^[+-]/.test(token.text)
          ? `the number ${shorten(
              token.text,
            )}; to add or subtract, put a space after the sign`
          : `the number ${shorten(token.text)}`;
      default:
        return `“${shorten(token.text)}”`;
    }
  }

  #failTooDeep(offset: number): never {
    throw new ParseFailure(
      parseError(
        'tooDeep',
        `The expression is nested more than ${
          this.#maximumDepth
        } levels deep, which is more than is evaluated here.`,
        this.#text,
        offset,
      ),
    );
  }

  #failure(message: string, offset: number): ParseFailure {
    return new ParseFailure(parseError('syntax', message, this.#text, offset));
  }
}

function leaf(node: ExpressionNode): Parsed {
  return { node, height: 1 };
}

/** Without the quotes around; a backslash is lost only before such a quote. */
function unquote(text: string): string {
  const quote = text[0];
  return text.slice(1, -1).replaceAll(`\\${quote}`, quote);
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
