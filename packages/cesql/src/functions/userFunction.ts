import type { EngineName } from '../engine';
import type { Computed } from '../evaluate/evaluationError';
import { functionProblem } from '../evaluate/problems';
import { fromEngineText, toEngineText } from '../values/text';
import { typeOf, zeroOf, type Value } from '../values/values';
import type { Callable } from './callable';
import type { FunctionDefinition } from './functionDefinition';

/** A function of a user, who knows nothing of engines and may return nonsense. */
export function userFunction(definition: FunctionDefinition): Callable {
  const { parameters, variadic, returns, evaluate } = definition;
  const name = definition.name.toUpperCase();
  return {
    name,
    parameters,
    variadic,
    returns,
    isFallible: true,
    call:
      evaluate &&
      ((values, engine) => {
        const failed = (message: string): Computed<Value> => ({
          value: zeroOf(returns),
          problem: functionProblem(name, message),
        });
        try {
          const value = evaluate(
            ...values.map(argument => fromEngine(argument, engine)),
          );
          return isOf(returns, value)
            ? { value: toEngine(value, engine) }
            : failed(`it has not returned a value of the type ${returns}.`);
        } catch (error) {
          return failed(error instanceof Error ? error.message : String(error));
        }
      }),
  };
}

function isOf(type: Callable['returns'], value: unknown): value is Value {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return typeOf(value) === type;
    case 'number':
      return type === 'integer' && (value | 0) === value;
    default:
      return false;
  }
}

function fromEngine(value: Value, engine: EngineName): Value {
  return typeof value === 'string' ? fromEngineText(value, engine) : value;
}

function toEngine(value: Value, engine: EngineName): Value {
  return typeof value === 'string' ? toEngineText(value, engine) : value;
}
