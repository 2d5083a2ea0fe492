import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { buildKey, readBuildInputs } from '../../apiserver/buildInputs';
import { withFileLock } from '../../fileLock';
import { runCommand } from '../../runCommand';
import { eventFilterModule } from '../folders';

/**
 * The program with the filters of MTChannelBasedBroker: out of the cache, or
 * built now, which takes minutes where Go has not built it before.
 *
 * @throws CommandError without Go, or if the build fails
 */
export async function buildEventFilter(
  cache: string,
  log: (line: string) => void,
): Promise<string> {
  const key = buildKey(await readBuildInputs(eventFilterModule));
  const folder = join(cache, `event-filter-${key}`);
  const program = join(folder, 'event-filter');
  if (existsSync(program)) {
    return program;
  }
  await runCommand('go', ['version']);
  await mkdir(folder, { recursive: true });
  await withFileLock(join(folder, 'lock'), async () => {
    if (existsSync(program)) {
      return;
    }
    log("Building Knative's filters in Go, once per machine: some minutes");
    await goBuild(`${program}.new`);
    // Whoever sees the file may run it, so it appears when it is whole.
    await rename(`${program}.new`, program);
  });
  return program;
}

function goBuild(output: string): Promise<string> {
  return runCommand(
    'go',
    ['build', '-trimpath', '-ldflags=-s -w', '-o', output, '.'],
    {
      cwd: eventFilterModule,
      env: {
        ...process.env,
        CGO_ENABLED: '0',
        GOFLAGS: '',
        GOTOOLCHAIN: 'local',
        GOWORK: 'off',
      },
    },
  );
}
