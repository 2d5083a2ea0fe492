import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { benchFolder, repositoryFolder } from '../folders';
import type { AskedRequest } from '../requests/askedRequest';
import type { StartCandidate } from './candidate';
import { startProgram } from './startProgram';

const bundle = join(benchFolder, 'floor.mjs');

/** Bundles the floor in the way in which our service is bundled. */
export async function buildFloor(): Promise<void> {
  await build({
    entryPoints: [
      join(repositoryFolder, 'testbed/src/bench/floor/floorProgram.ts'),
    ],
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    outfile: bundle,
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
}

/**
 * What nobody can be faster than who asks the API server the same: a program
 * that sends given requests all at once and parses the answers.
 */
export function startFloor(asked: readonly AskedRequest[]): StartCandidate {
  return async access => {
    const requests = join(access.folder, 'floor-requests.json');
    await writeFile(requests, JSON.stringify(asked));
    return startProgram({
      name: 'floor',
      command: [process.execPath, bundle],
      environment: port => ({
        PORT: String(port),
        KUBERNETES_API_URL: access.url,
        KUBERNETES_CA_FILE: access.caFile,
        REQUESTS_FILE: requests,
      }),
      healthPath: '/livez',
      path: '/',
      token: access.token,
      logFile: join(access.folder, 'floor.log'),
    });
  };
}
