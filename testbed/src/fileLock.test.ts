import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { withFileLock } from './fileLock';

describe('withFileLock', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'file-lock-'));
    file = join(folder, 'lock');
  });

  afterEach(() => rm(folder, { recursive: true }));

  it('lets one at a time work, and says that the other waits', async () => {
    const events: string[] = [];
    const work = (name: string) => async () => {
      events.push(`${name} starts`);
      await sleep(20);
      events.push(`${name} ends`);
    };

    const first = withFileLock(file, work('first'));
    await sleep(5);
    await withFileLock(file, work('second'), () => events.push('waiting'));
    await first;

    expect(events).toEqual([
      'first starts',
      'waiting',
      'first ends',
      'second starts',
      'second ends',
    ]);
  });

  it('is released when the work fails', async () => {
    const failed = withFileLock(file, () => Promise.reject(new Error('no')));

    await expect(failed).rejects.toThrow('no');
    expect(existsSync(file)).toBe(false);
  });

  it('does not wait for a process that has died', async () => {
    const dead = spawn(process.execPath, ['-e', '']);
    await once(dead, 'exit');
    await writeFile(file, String(dead.pid));

    expect(await withFileLock(file, async () => 'done')).toBe('done');
  });
});
