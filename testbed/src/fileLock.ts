import { readFile, rm, writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const millisecondsBetweenLooks = 250;

/**
 * Does some work while no other process does it, on this machine. The lock of a
 * process that has died counts for nothing.
 */
export async function withFileLock<T>(
  file: string,
  work: () => Promise<T>,
  onWait: () => void = () => {},
): Promise<T> {
  let hasWaited = false;
  while (!(await take(file))) {
    const holder = await holderOf(file);
    if (holder !== undefined && isAlive(holder)) {
      if (!hasWaited) {
        hasWaited = true;
        onWait();
      }
      await sleep(millisecondsBetweenLooks);
    } else {
      await rm(file, { force: true });
    }
  }
  try {
    return await work();
  } finally {
    await rm(file, { force: true });
  }
}

async function take(file: string): Promise<boolean> {
  try {
    await writeFile(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
      return false;
    }
    throw error;
  }
}

async function holderOf(file: string): Promise<number | undefined> {
  try {
    return Number(await readFile(file, 'utf8')) || undefined;
  } catch {
    // It was released just now.
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
