import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from 'demo';
import { endWithUs } from './endWithUs';

describe('endWithUs', () => {
  it('ends a program with its starter, by its signal, and removes its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'end-with-us-'));
    const program = spawn(
      'sh',
      endWithUs(['sleep', '60'], { signal: 'INT', folder }),
      {
        stdio: ['pipe', 'ignore', 'inherit'],
      },
    );
    const ended = once(program, 'exit');
    program.stdin.destroy();

    expect(await ended).toEqual([null, 'SIGINT']);
    await waitFor({
      what: 'the end of the folder',
      ask: async () => !existsSync(folder) || undefined,
      deadlineMilliseconds: 20_000,
    });
  });
});
