import { parse, type Expression, type ParseOptions } from '../index';

/** @throws if the text is not an expression */
export function parsed(text: string, options?: ParseOptions): Expression {
  const result = parse(text, options);
  if (!result.ok) {
    throw new Error(`${text}: ${result.error.message}`);
  }
  return result.expression;
}
