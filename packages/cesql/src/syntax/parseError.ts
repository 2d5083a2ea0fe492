/**
 * Why a text is not an expression.
 *
 * @public
 */
export interface ParseError {
  kind: 'ParseError';
  /**
   * `syntax`: not an expression of the language; `tooLong`, `tooDeep`: beyond
   * the limits.
   */
  reason: 'syntax' | 'tooLong' | 'tooDeep';
  /** A sentence for the person who has written the expression. */
  message: string;
  /** Offset in units of UTF-16. */
  offset: number;
  /** From 1. */
  line: number;
  /** From 1, in units of UTF-16. */
  column: number;
}

export function parseError(
  reason: ParseError['reason'],
  message: string,
  text: string,
  offset: number,
): ParseError {
  const before = text.slice(0, offset);
  const lastBreak = before.lastIndexOf('\n');
  return {
    kind: 'ParseError',
    reason,
    message,
    offset,
    line: before.split('\n').length,
    column: offset - lastBreak,
  };
}
