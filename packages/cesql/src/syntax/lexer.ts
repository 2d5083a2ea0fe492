import type { Span } from './ast';
import { isKeyword, punctuation, type Token, type TokenType } from './tokens';

/** The tokens of an expression, an `end` last, and what none is made of. */
export interface Tokens {
  tokens: Token[];
  ignored: Span[];
}

/**
 * The longest token wins, as in the lexer that both SDKs generate from the
 * grammar. Like it, this one skips what cannot begin a token.
 */
export function tokenize(text: string): Tokens {
  const tokens: Token[] = [];
  const ignored: Span[] = [];
  let position = 0;

  while (position < text.length) {
    if (isSpace(text[position])) {
      position += 1;
      continue;
    }
    const token = tokenAt(text, position);
    if (token) {
      tokens.push(token);
      // No expression has one: what comes after it does not matter.
      position = token.type === 'openQuote' ? text.length : token.end;
    } else {
      const end = endOfIgnored(text, position);
      ignored.push({ start: position, end });
      position = end;
    }
  }

  tokens.push({ type: 'end', text: '', start: position, end: position });
  return { tokens, ignored };
}

function isSpace(character: string): boolean {
  return (
    character === ' ' ||
    character === '\t' ||
    character === '\r' ||
    character === '\n'
  );
}

function tokenAt(text: string, start: number): Token | undefined {
  const first = text[start];
  if (first === "'" || first === '"') {
    return stringAt(text, start);
  }
  const digits = first === '+' || first === '-' ? start + 1 : start;
  if (isDigit(text[digits])) {
    return numberOrNameAt(text, start, digits);
  }
  if (isLetter(first)) {
    return nameAt(text, start);
  }
  const symbol = punctuation.find(candidate =>
    text.startsWith(candidate, start),
  );
  return symbol && tokenOf(symbol, text, start, start + symbol.length);
}

/**
 * A quote within the string is doubled or has a backslash before it. Only the
 * latter loses it; that happens in the parser.
 */
function stringAt(text: string, start: number): Token {
  const quote = text[start];
  let end: number | undefined;
  let position = start + 1;
  while (position < text.length) {
    if (text[position] === '\\') {
      position += 2;
    } else if (text[position] !== quote) {
      position += 1;
    } else {
      end = position + 1;
      if (text[end] !== quote) {
        break;
      }
      // Two quotes are one string so far, and part of a longer one at best.
      position += 2;
    }
  }
  return end === undefined
    ? tokenOf('openQuote', text, start, start + 1)
    : tokenOf('string', text, start, end);
}

/** Digits alone are a number, and only that can have a sign. */
function numberOrNameAt(text: string, start: number, digits: number): Token {
  const endOfDigits = endOf(text, digits, isDigit);
  const endOfName = endOf(text, digits, isLetterOrDigit);
  return digits > start || endOfDigits === endOfName
    ? tokenOf('integer', text, start, endOfDigits)
    : tokenOf('attributeName', text, start, endOfName);
}

function nameAt(text: string, start: number): Token {
  const endOfLetters = endOf(text, start, isLetter);
  const endOfName = endOf(text, endOfLetters, isLetterOrDigit);
  const endOfFunction = endOf(text, endOfLetters, isLetterOrUnderscore);
  if (endOfFunction > endOfName) {
    return tokenOf('functionName', text, start, endOfFunction);
  }
  if (endOfName > endOfLetters) {
    return tokenOf('attributeName', text, start, endOfName);
  }
  const keyword = text.slice(start, endOfLetters).toUpperCase();
  return tokenOf(
    isKeyword(keyword) ? keyword : 'identifier',
    text,
    start,
    endOfLetters,
  );
}

function endOf(
  text: string,
  start: number,
  isPart: (character: string) => boolean,
): number {
  let end = start;
  while (end < text.length && isPart(text[end])) {
    end += 1;
  }
  return end;
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/**
 * The SDKs put each character into capitals before they look at it, so that
 * dotless i and long s count as I and S.
 */
function isLetter(character: string): boolean {
  return /^[a-zA-Z\u0131\u017f]$/.test(character);
}

function isLetterOrDigit(character: string): boolean {
  return isLetter(character) || isDigit(character);
}

function isLetterOrUnderscore(character: string): boolean {
  return isLetter(character) || character === '_';
}

/** An exclamation mark, the begin of `!=`, takes the next character with it. */
function endOfIgnored(text: string, start: number): number {
  const next = text[start] === '!' ? start + 1 : start;
  const character = text.codePointAt(next);
  return character === undefined
    ? next
    : next + String.fromCodePoint(character).length;
}

function tokenOf(
  type: TokenType,
  text: string,
  start: number,
  end: number,
): Token {
  return { type, text: text.slice(start, end), start, end };
}
