import type { EngineName } from '../engine';
import { castProblem } from '../evaluate/problems';
import { cast } from '../values/casts';
import { zeroOf, type ValueType } from '../values/values';
import type { Callable } from './callable';

const castTo = (name: string, type: ValueType): Callable => ({
  name,
  parameters: ['any'],
  returns: type,
  isFallible: type !== 'string',
  isCastTo: type,
  call: ([value], engine) => {
    const result = cast(value, type, engine);
    return result === undefined
      ? { value: zeroOf(type), problem: castProblem(value, type, engine) }
      : { value: result };
  },
});

/** Java makes a string of the value first: TRUE is not a number there. */
const testFor = (
  name: string,
  type: ValueType,
  engineName: EngineName,
): Callable => ({
  name,
  parameters: [engineName === 'java' ? 'string' : 'any'],
  returns: 'boolean',
  isFallible: false,
  isTestFor: type,
  call: ([value], engine) => ({
    value: cast(value, type, engine) !== undefined,
  }),
});

export function castFunctions(engine: EngineName): Callable[] {
  return [
    castTo('INT', 'integer'),
    castTo('BOOL', 'boolean'),
    castTo('STRING', 'string'),
    testFor('IS_INT', 'integer', engine),
    testFor('IS_BOOL', 'boolean', engine),
  ];
}
