import { dirname, join } from 'node:path';

/** The folder of the manifests of the demo mesh. */
export const demoManifests = join(
  dirname(require.resolve('../package.json')),
  'manifests',
);
