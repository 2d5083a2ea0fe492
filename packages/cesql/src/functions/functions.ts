import type { EngineName } from '../engine';
import type { Callable } from './callable';
import { castFunctions } from './castFunctions';
import type { FunctionDefinition } from './functionDefinition';
import { abs } from './integerFunctions';
import { stringFunctions } from './stringFunctions';
import { userFunction } from './userFunction';

/**
 * The functions that expressions can call: those of the specification and one's
 * own. Made with {@link createFunctions}.
 *
 * @public
 */
export interface Functions {
  /** @internal */
  readonly byEngine: Readonly<
    Record<EngineName, ReadonlyMap<string, readonly Callable[]>>
  >;
}

/**
 * The functions of the specification and one's own.
 *
 * @throws TypeError if the specification does not allow a definition: one with
 * the same name and number of parameters exists, or a variadic one has no more
 * parameters than another with its name.
 *
 * @public
 */
export function createFunctions(
  definitions: readonly FunctionDefinition[],
): Functions {
  const own = definitions.map(userFunction);
  const table = (engine: EngineName) => {
    const functions = new Map<string, Callable[]>();
    const builtIn = [...castFunctions(engine), abs, ...stringFunctions];
    for (const callable of [...builtIn, ...own]) {
      const overloads = functions.get(callable.name) ?? [];
      requireDistinct(callable, overloads);
      functions.set(callable.name, [...overloads, callable]);
    }
    return functions;
  };
  return {
    byEngine: {
      specification: table('specification'),
      go: table('go'),
      java: table('java'),
    },
  };
}

export const builtInFunctions = createFunctions([]);

export function findFunction(
  functions: Functions,
  engine: EngineName,
  name: string,
  count: number,
): Callable | undefined {
  const overloads = functions.byEngine[engine].get(name) ?? [];
  return (
    overloads.find(
      ({ parameters, variadic }) => !variadic && parameters.length === count,
    ) ??
    overloads.find(
      ({ parameters, variadic }) => variadic && parameters.length <= count,
    )
  );
}

function requireDistinct(callable: Callable, others: readonly Callable[]) {
  for (const other of others) {
    if (!canDiffer(callable, other)) {
      throw new TypeError(
        `The function ${callable.name} with ${callable.parameters.length} parameters cannot be told from another with this name.`,
      );
    }
  }
}

function canDiffer(one: Callable, other: Callable): boolean {
  if (one.variadic && other.variadic) {
    return false;
  }
  if (one.variadic) {
    return one.parameters.length > other.parameters.length;
  }
  if (other.variadic) {
    return other.parameters.length > one.parameters.length;
  }
  return one.parameters.length !== other.parameters.length;
}
