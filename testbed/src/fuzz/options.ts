import { parseArgs } from 'node:util';

/** What is run. */
export interface FuzzOptions {
  cases: number;
  seed: number;
  /** A run ends early after this many failures. */
  failures: number;
  /** Only this case of the run, with everything about it. */
  case?: number;
}

export const usage =
  'yarn fuzz --cases 20000 [--seed 1] [--failures 5] [--case 123]';

/**
 * Reads the arguments of the command.
 *
 * @throws saying what may be written
 */
export function parseOptions(
  commandArguments: readonly string[],
  randomSeed: () => number = () => Math.floor(Math.random() * 2 ** 31),
): FuzzOptions {
  const { values } = parseArgs({
    args: [...commandArguments],
    options: {
      cases: { type: 'string' },
      seed: { type: 'string' },
      failures: { type: 'string' },
      case: { type: 'string' },
    },
  });
  const wholeNumber = (
    name: keyof typeof values,
    least: number,
    otherwise: () => number,
  ) => {
    const text = values[name];
    if (text === undefined) {
      return otherwise();
    }
    const number = Number(text);
    if (text === '' || !Number.isSafeInteger(number) || number < least) {
      throw new Error(`--${name} is a whole number from ${least}: ${usage}`);
    }
    return number;
  };
  if (values.case !== undefined && values.seed === undefined) {
    throw new Error(`--case needs the --seed of its run: ${usage}`);
  }
  return {
    cases: wholeNumber('cases', 1, () => 20_000),
    seed: wholeNumber('seed', 0, randomSeed),
    failures: wholeNumber('failures', 1, () => 5),
    ...(values.case !== undefined && {
      case: wholeNumber('case', 0, () => 0),
    }),
  };
}
