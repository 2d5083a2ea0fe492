import { parseArgs } from 'node:util';
import { dataSets, type DataSet } from './mesh/dataSets';

const allParts = ['service', 'provider', 'topology'] as const;

/** What can be measured by itself. */
export type Part = (typeof allParts)[number];

/** What is measured, and how often. */
export interface BenchOptions {
  parts: readonly Part[];
  /** Of the service. */
  sets: readonly DataSet[];
  /** How many entities the provider brings into the catalog. */
  entities: readonly number[];
  rounds: number;
}

const fewestEntities = 100;

export const usage = `yarn bench [--parts ${allParts.join(
  ',',
)}] [--sizes ${dataSets
  .map(({ name }) => name)
  .join(',')}] [--entities 1000,10000] [--rounds 20]`;

/**
 * Reads the arguments of the command. Who names sizes of one part only, and no
 * parts, wants that part.
 *
 * @throws saying what may be written
 */
export function parseOptions(
  commandArguments: readonly string[],
): BenchOptions {
  const { values } = parseArgs({
    args: [...commandArguments],
    options: {
      parts: { type: 'string' },
      sizes: { type: 'string' },
      entities: { type: 'string' },
      rounds: { type: 'string' },
    },
  });
  const { parts, sizes, entities = '1000,10000', rounds = '20' } = values;
  return {
    parts: parts
      ? selectedParts(parts)
      : partsMeant(sizes !== undefined, values.entities !== undefined),
    sets: selectedSets(sizes),
    entities: entities
      .split(',')
      .map(text => wholeNumber('--entities', text, fewestEntities)),
    rounds: wholeNumber('--rounds', rounds, 1),
  };
}

function partsMeant(hasSizes: boolean, hasEntities: boolean): readonly Part[] {
  if (!hasSizes && !hasEntities) {
    return allParts;
  }
  return [
    ...(hasSizes ? (['service'] as const) : []),
    ...(hasEntities ? (['provider'] as const) : []),
  ];
}

function selectedParts(text: string): readonly Part[] {
  const names = text.split(',');
  refuseUnknown('part', names, allParts);
  return allParts.filter(part => names.includes(part));
}

function selectedSets(text: string | undefined): readonly DataSet[] {
  const all = dataSets.map(({ name }) => name);
  const names = text?.split(',') ?? all;
  refuseUnknown('size', names, all);
  return dataSets.filter(({ name }) => names.includes(name));
}

function refuseUnknown(
  what: string,
  names: readonly string[],
  known: readonly string[],
) {
  const unknown = names.filter(name => !known.includes(name));
  if (unknown.length > 0) {
    throw new Error(`There is no ${what} ${unknown.join(', ')}: ${usage}`);
  }
}

function wholeNumber(option: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new Error(`${option} is a whole number from ${least}: ${usage}`);
  }
  return value;
}
