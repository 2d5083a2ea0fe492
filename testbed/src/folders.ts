import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

const testbedFolder = dirname(require.resolve('../package.json'));

/** The Go module with the API server. */
export const apiserverModule = join(testbedFolder, 'kube-apiserver');

/** The manifests that we ship. */
export const shippedManifests = join(testbedFolder, '../backend/deploy');

/** The frontend plugin that we ship. */
export const frontendPlugin = join(
  testbedFolder,
  '../plugins/knative-event-mesh',
);

/**
 * Where built programs are kept for all clones on this machine: beside the
 * caches of other programs, never in a clone.
 */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  const caches = environment.XDG_CACHE_HOME || join(homedir(), '.cache');
  return join(caches, 'knative-event-mesh-testbed');
}
