import { rm } from 'node:fs/promises';
import { waitFor } from 'demo';
import { describeOwnServer } from '../src';
import { startStarter } from './startStarter';

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
    const { starter, line } = await startStarter('abandonedServer.ts');
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
