import type { ExpressionNode, Span } from './ast';
import { attributesOf } from './attributesOf';
import { tokenize } from './lexer';
import { parseError, type ParseError } from './parseError';
import { ParseFailure, Parser } from './parser';

/** The greatest length of an expression unless told, in units of UTF-16. */
export const defaultMaximumLength = 32_768;

/** The greatest depth of an expression unless told. */
export const defaultMaximumDepth = 250;

/** No option goes beyond; with it no walk over a tree exhausts the stack. */
const greatestMaximumDepth = 500;

/**
 * A parsed expression.
 *
 * @public
 */
export interface Expression {
  /** What was parsed. */
  text: string;
  root: ExpressionNode;
  /** The names of all attributes in it, as written, sorted. */
  attributes: readonly string[];
  /**
   * Characters that are not part of the language. Both SDKs skip them, so that
   * `type = 'a';` is an expression; it is worth a warning.
   */
  ignored: readonly Span[];
}

/** @public */
export interface ParseOptions {
  /** Longer texts are an error; in units of UTF-16, 32,768 unless told. */
  maximumLength?: number;
  /**
   * Deeper expressions are an error; 250 unless told, at most 500. Every
   * operator, call and pair of parentheses is a level; `a OR b OR c` has three.
   */
  maximumDepth?: number;
  /**
   * Characters that are not part of the language: `ignore` as both SDKs do, or
   * `reject` as the specification's grammar says. `ignore` unless told.
   */
  unknownCharacters?: 'ignore' | 'reject';
}

/** @public */
export type ParseResult =
  | { ok: true; expression: Expression }
  | { ok: false; error: ParseError };

/**
 * Parses a CloudEvents SQL expression. Never throws.
 *
 * @public
 */
export function parse(text: string, options: ParseOptions = {}): ParseResult {
  const { maximumLength = defaultMaximumLength } = options;
  if (text.length > maximumLength) {
    const message = `The expression has ${text.length} characters; more than ${maximumLength} are not evaluated here.`;
    return {
      ok: false,
      error: parseError('tooLong', message, text, maximumLength),
    };
  }

  const { tokens, ignored } = tokenize(text);
  if (options.unknownCharacters === 'reject' && ignored.length) {
    const [{ start, end }] = ignored;
    const message = `“${text.slice(start, end)}” is not part of the language.`;
    return { ok: false, error: parseError('syntax', message, text, start) };
  }

  const maximumDepth = Math.min(
    options.maximumDepth ?? defaultMaximumDepth,
    greatestMaximumDepth,
  );
  try {
    const root = new Parser(text, tokens, maximumDepth).parse();
    return {
      ok: true,
      expression: { text, root, attributes: attributesOf(root), ignored },
    };
  } catch (error) {
    if (error instanceof ParseFailure) {
      return { ok: false, error: error.error };
    }
    throw error;
  }
}
