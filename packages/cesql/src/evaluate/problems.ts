import type { EngineName } from '../engine';
import { fromEngineText } from '../values/text';
import { typeOf, type Value, type ValueType } from '../values/values';
import type { Problem } from './evaluationError';

const withArticle: Record<ValueType, string> = {
  string: 'a string',
  integer: 'an integer',
  boolean: 'a boolean',
};

export function castProblem(
  value: Value,
  type: ValueType,
  engine: EngineName,
): Problem {
  return {
    kind: 'CastError',
    message: `${quote(value, engine)} is ${
      withArticle[typeOf(value)]
    } and cannot be read as ${withArticle[type]}.`,
  };
}

export function missingAttribute(name: string): Problem {
  return {
    kind: 'MissingAttributeError',
    message: `The event has no attribute “${name}”; “EXISTS ${name}” says whether it has.`,
  };
}

export function missingFunction(name: string, count: number): Problem {
  return {
    kind: 'MissingFunctionError',
    message: `There is no function ${name} with ${count} argument${
      count === 1 ? '' : 's'
    }.`,
  };
}

export function divisionByZero(value: number): Problem {
  return { kind: 'MathError', message: `${value} is divided by zero.` };
}

export function functionProblem(name: string, message: string): Problem {
  return { kind: 'FunctionEvaluationError', message: `${name}: ${message}` };
}

function quote(value: Value, engine: EngineName): string {
  const text = fromEngineText(String(value), engine);
  return `“${text.length > 40 ? `${text.slice(0, 40)}…` : text}”`;
}
