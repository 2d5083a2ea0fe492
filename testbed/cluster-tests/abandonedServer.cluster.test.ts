import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { waitFor } from 'demo';
import { describeOwnServer } from '../src';

interface Started {
  pids: number[];
  directory: string;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

describeOwnServer('a server whose starter was killed', () => {
  it('does not stay behind', async () => {
    const starter = spawn(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, 'abandonedServer.ts'),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines = createInterface({ input: starter.stdout });
    const [line] = (await once(lines, 'line')) as [string];
    const { pids, directory } = JSON.parse(line) as Started;
    expect(pids.map(isAlive)).not.toContain(false);

    starter.kill('SIGKILL');

    await waitFor({
      what: 'the end of the server',
      ask: async () => !pids.some(isAlive) || undefined,
      deadlineMilliseconds: 10_000,
    });
    await rm(directory, { recursive: true });
  });
});
