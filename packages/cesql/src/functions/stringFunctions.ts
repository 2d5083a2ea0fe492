import type { EngineName } from '../engine';
import type { Computed } from '../evaluate/evaluationError';
import { functionProblem } from '../evaluate/problems';
import { cut, lower, trim, unitsOf, upper } from '../values/text';
import type { Value } from '../values/values';
import type { Callable } from './callable';

const map = (
  name: string,
  change: (text: string, engine: EngineName) => string,
): Callable => ({
  name,
  parameters: ['string'],
  returns: 'string',
  isFallible: false,
  call: ([text], engine) => ({ value: change(text as string, engine) }),
});

const length: Callable = {
  name: 'LENGTH',
  parameters: ['string'],
  returns: 'integer',
  isFallible: false,
  call: ([text], engine) => ({
    value: unitsOf(text as string, engine).length,
  }),
};

const concat: Callable = {
  name: 'CONCAT',
  parameters: [],
  variadic: 'string',
  returns: 'string',
  isFallible: false,
  call: texts => join('CONCAT', texts, ''),
};

const concatWithSeparator: Callable = {
  name: 'CONCAT_WS',
  parameters: ['string'],
  variadic: 'string',
  returns: 'string',
  isFallible: false,
  call: ([separator, ...texts]) =>
    join('CONCAT_WS', texts, separator as string),
};

/** JavaScript throws at some 500 million; no event has anything like this. */
const greatestLength = 1_000_000;

function join(
  name: string,
  texts: readonly Value[],
  separator: string,
): Computed<Value> {
  let total = separator.length * texts.length;
  for (const text of texts) {
    total += (text as string).length;
  }
  return total > greatestLength
    ? {
        value: '',
        problem: {
          kind: 'GenericError',
          message: `${name}: the result is longer than ${greatestLength} characters.`,
        },
      }
    : { value: texts.join(separator) };
}

/** LEFT and RIGHT. */
const end = (
  name: string,
  part: (units: string | readonly string[], count: number) => string,
): Callable => ({
  name,
  parameters: ['string', 'integer'],
  returns: 'string',
  isFallible: true,
  call: ([text, count], engine) => {
    if ((count as number) < 0) {
      const message = `the length is ${count}, which is less than 0.`;
      return { value: text, problem: functionProblem(name, message) };
    }
    const units = unitsOf(text as string, engine);
    return {
      value:
        (count as number) > units.length ? text : part(units, count as number),
    };
  },
});

const substring = (count: 2 | 3): Callable => ({
  name: 'SUBSTRING',
  parameters:
    count === 2 ? ['string', 'integer'] : ['string', 'integer', 'integer'],
  returns: 'string',
  isFallible: true,
  // sql/v2/function/string_functions.go cuts from the start to before it.
  ...(count === 3 ? { breaksIfNegative: { engine: 'go', index: 2 } } : {}),
  call: ([text, position, size], engine) =>
    substringOf(
      text as string,
      position as number,
      size as number | undefined,
      engine,
    ),
});

function substringOf(
  text: string,
  position: number,
  size: number | undefined,
  engine: EngineName,
): Computed<Value> {
  const units = unitsOf(text, engine);
  if (position === 0) {
    return { value: '' };
  }
  if (Math.abs(position) > units.length) {
    const message = `the position is ${position}, but the string has ${units.length} characters.`;
    return { value: '', problem: functionProblem('SUBSTRING', message) };
  }
  const start = position < 0 ? units.length + position : position - 1;
  if (size === undefined) {
    return { value: cut(units, start) };
  }
  // Java's sum of the two overflows into a negative number.
  const stop = engine === 'java' ? (start + size) | 0 : start + size;
  return stop < start
    ? {
        value: '',
        problem: {
          ...functionProblem(
            'SUBSTRING',
            `the length ${size} is not possible at this position.`,
          ),
          ...(engine === 'go' ? { kind: 'EngineFailure' } : {}),
        },
      }
    : { value: cut(units, start, stop) };
}

export const stringFunctions: readonly Callable[] = [
  length,
  concat,
  concatWithSeparator,
  map('LOWER', lower),
  map('UPPER', upper),
  map('TRIM', trim),
  end('LEFT', (units, count) => cut(units, 0, count)),
  end('RIGHT', (units, count) => cut(units, units.length - count)),
  substring(2),
  substring(3),
];
