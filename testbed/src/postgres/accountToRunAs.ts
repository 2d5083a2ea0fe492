import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Who runs a program, for `spawn` and `chown`. */
export interface Account {
  uid: number;
  gid: number;
}

/**
 * The account to run PostgreSQL as, which refuses to run as root; undefined if
 * that is whoever we are.
 */
export async function accountToRunAs(): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const [uid, gid] = await Promise.all(
    ['-u', '-g'].map(async option => {
      const { stdout } = await run('id', [option, 'postgres']);
      return Number(stdout);
    }),
  );
  return { uid, gid };
}
