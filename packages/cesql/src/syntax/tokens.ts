import type { Span } from './ast';

const keywords = [
  'AND',
  'OR',
  'XOR',
  'NOT',
  'LIKE',
  'EXISTS',
  'IN',
  'TRUE',
  'FALSE',
] as const;

export type Keyword = (typeof keywords)[number];

const keywordSet: ReadonlySet<string> = new Set(keywords);

export function isKeyword(text: string): text is Keyword {
  return keywordSet.has(text);
}

/** Longer ones first, so that the first that fits is the longest. */
export const punctuation = [
  '!=',
  '<>',
  '<=',
  '>=',
  '<',
  '>',
  '=',
  '(',
  ')',
  ',',
  '*',
  '/',
  '%',
  '+',
  '-',
] as const;

export type Punctuation = (typeof punctuation)[number];

export type TokenType =
  | Keyword
  | Punctuation
  | 'string'
  | 'integer'
  /** Letters only: the name of an attribute or a function. */
  | 'identifier'
  /** With digits: the name of an attribute. */
  | 'attributeName'
  /** With underscores: the name of a function. */
  | 'functionName'
  /** A quote that nothing closes. */
  | 'openQuote'
  | 'end';

export interface Token extends Span {
  type: TokenType;
  /** As written. */
  text: string;
}
