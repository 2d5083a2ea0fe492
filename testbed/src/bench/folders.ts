import { dirname, join } from 'node:path';

/** The clone that is measured. */
export const repositoryFolder = dirname(
  dirname(require.resolve('../../package.json')),
);

/** Where results and built programs of the bench are put. */
export const benchFolder = join(repositoryFolder, '.cache/bench');
