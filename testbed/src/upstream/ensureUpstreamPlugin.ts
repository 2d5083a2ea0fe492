import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withFileLock } from '../fileLock';
import { cacheFolder } from '../folders';
import { CommandError, runCommand } from '../runCommand';

const name = '@knative-extensions/plugin-knative-event-mesh-backend';
const version = '1.21.0';
/**
 * Its dependencies are ranges. Taken as they were on that day, they are the same
 * on every machine, and old enough for a bad release to have been noticed.
 */
const asOf = '2026-11-19';

/**
 * Finds the Backstage plugin that upstream publishes on npm, installed with its
 * own dependencies as nobody else's are: outside of the clone, once per machine.
 * Nothing of it runs while it is installed. Where it cannot be had, it says so
 * and returns undefined; with CI=true it throws, so that no check is skipped
 * unseen.
 *
 * @returns the folder of the package
 */
export async function ensureUpstreamPlugin({
  environment = process.env,
  log = (line: string) => process.stderr.write(`${line}\n`),
}: {
  environment?: NodeJS.ProcessEnv;
  /** Receives readable lines; stderr if absent. */
  log?: (line: string) => void;
} = {}): Promise<string | undefined> {
  const folder = join(
    cacheFolder(environment),
    `upstream-plugin-${version}-${asOf}`,
  );
  try {
    await mkdir(dirname(folder), { recursive: true });
    await withFileLock(`${folder}.lock`, async () => {
      if (!existsSync(folder)) {
        log(`Installing ${name}, once per machine: some minutes`);
        await install(`${folder}.new`, environment);
        // What is there is whole.
        await rename(`${folder}.new`, folder);
      }
    });
    return join(folder, 'node_modules', name);
  } catch (error) {
    if (!(error instanceof CommandError)) {
      throw error;
    }
    const line = `${name} cannot be had: ${error.message}`;
    if (environment.CI === 'true') {
      throw new Error(line);
    }
    log(line);
    return undefined;
  }
}

async function install(
  folder: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder);
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({ private: true, dependencies: { [name]: version } }),
  );
  await runCommand(
    'npm',
    [
      'install',
      // An npm that has started us may have told its own folder.
      ...['--prefix', folder],
      ...['--before', asOf],
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd: folder, env: environment },
  );
}
