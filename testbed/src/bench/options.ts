import { parseArgs } from 'node:util';
import { dataSets, type DataSet } from './mesh/dataSets';

/** What is measured, and how often. */
export interface BenchOptions {
  sets: readonly DataSet[];
  rounds: number;
}

export const usage = `yarn bench [--sizes ${dataSets
  .map(({ name }) => name)
  .join(',')}] [--rounds 20]`;

/**
 * Reads the arguments of the command.
 *
 * @throws saying what may be written
 */
export function parseOptions(
  commandArguments: readonly string[],
): BenchOptions {
  const { values } = parseArgs({
    args: [...commandArguments],
    options: { sizes: { type: 'string' }, rounds: { type: 'string' } },
  });
  const rounds = Number(values.rounds ?? 20);
  if (!Number.isInteger(rounds) || rounds < 1) {
    throw new Error(`--rounds is a whole number from 1: ${usage}`);
  }
  return { sets: selected(values.sizes), rounds };
}

function selected(sizes: string | undefined): readonly DataSet[] {
  const names = sizes?.split(',') ?? dataSets.map(({ name }) => name);
  const unknown = names.filter(
    name => !dataSets.some(set => set.name === name),
  );
  if (unknown.length > 0) {
    throw new Error(`There is no size ${unknown.join(', ')}: ${usage}`);
  }
  return dataSets.filter(({ name }) => names.includes(name));
}
