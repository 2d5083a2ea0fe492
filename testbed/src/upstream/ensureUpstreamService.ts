import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { withFileLock } from '../fileLock';
import { cacheFolder } from '../folders';
import { CommandError, runCommand } from '../runCommand';

/** The module that upstream publishes its Go service in. */
const version = 'v0.50.0';
const commandPackage = 'knative.dev/backstage-plugins/backends/cmd/eventmesh';

/** Upstream's service, or why it cannot be had. */
export type UpstreamService = { program: string } | { missing: string };

/**
 * Finds upstream's service: the executable that UPSTREAM_EVENTMESH names, else
 * the one that Go builds out of its published module, once per machine. A module
 * proxy that does not have it, or does not give it, is no error: nothing of ours
 * depends on it.
 */
export async function ensureUpstreamService(
  environment: NodeJS.ProcessEnv = process.env,
): Promise<UpstreamService> {
  const given = environment.UPSTREAM_EVENTMESH;
  if (given) {
    return existsSync(given)
      ? { program: given }
      : { missing: `UPSTREAM_EVENTMESH names ${given}, which does not exist` };
  }
  const folder = join(cacheFolder(environment), `upstream-${version}`);
  const program = join(folder, 'eventmesh');
  try {
    await mkdir(folder, { recursive: true });
    await withFileLock(join(folder, 'lock'), async () => {
      if (!existsSync(program)) {
        await install(folder, environment);
      }
    });
    return { program };
  } catch (error) {
    if (error instanceof CommandError) {
      return { missing: error.message };
    }
    throw error;
  }
}

async function install(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  await runCommand('go', ['install', `${commandPackage}@${version}`], {
    // Outside of every Go module, so that no go.mod has a say in it.
    cwd: tmpdir(),
    env: {
      ...environment,
      CGO_ENABLED: '0',
      GOBIN: folder,
      GOFLAGS: '',
      GOTOOLCHAIN: 'local',
      GOWORK: 'off',
    },
  });
}
