import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { chown, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort, waitFor } from 'demo';
import { endWithUs } from '../endWithUs';
import { accountToRunAs } from './accountToRunAs';

const run = promisify(execFile);

/** Disconnects whoever is still connected. */
const fastShutdown = 'INT';

/** A PostgreSQL server that may be asked. */
export interface Postgres {
  /** Connection string of an account that may create databases. */
  url: string;
  stop(): Promise<void>;
}

/**
 * Starts a PostgreSQL server of our own: on loopback, with a temporary data
 * directory, and with a password, because other users of this machine reach
 * loopback, too. It ends with us, however we end.
 *
 * @param programs - folder of `initdb` and `postgres`
 */
export async function startPostgres(programs: string): Promise<Postgres> {
  const account = await accountToRunAs();
  const folder = await mkdtemp(join(tmpdir(), 'postgres-'));
  const data = join(folder, 'data');
  const passwordFile = join(folder, 'password');
  const logFile = join(folder, 'log');
  const password = randomBytes(16).toString('hex');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account) {
    await chown(folder, account.uid, account.gid);
    await chown(passwordFile, account.uid, account.gid);
  }

  await run(
    join(programs, 'initdb'),
    [
      `--pgdata=${data}`,
      '--username=test',
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      '--no-sync',
    ],
    { cwd: folder, ...account },
  );

  const port = await freePort();
  const log = openSync(logFile, 'a');
  const server = spawn(
    'sh',
    endWithUs(
      [
        join(programs, 'postgres'),
        ...['-D', data],
        ...['-p', String(port)],
        ...['-c', 'listen_addresses=127.0.0.1'],
        ...['-c', 'unix_socket_directories='],
        // Nobody needs the data after a crash of the machine.
        ...['-c', 'fsync=off'],
      ],
      { signal: fastShutdown, folder },
    ),
    { cwd: folder, stdio: ['pipe', log, log], ...account },
  );
  closeSync(log);

  const postgres = {
    url: `postgresql://test:${password}@127.0.0.1:${port}/postgres`,
    async stop() {
      await end(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
  try {
    await waitFor({
      what: 'The start of PostgreSQL',
      ask: async () => ((await isReady(data)) ? true : undefined),
      deadlineMilliseconds: 60_000,
      intervalMilliseconds: 50,
      giveUp: () => (hasEnded(server) ? 'It has ended' : undefined),
    });
    return postgres;
  } catch (error) {
    const said = await readFile(logFile, 'utf8');
    await postgres.stop();
    throw new Error(`PostgreSQL does not start: ${error}\n${said}`);
  }
}

/** The server writes its status into the last line of its lock file. */
async function isReady(data: string): Promise<boolean> {
  const lock = await readFile(join(data, 'postmaster.pid'), 'utf8');
  return lock.trimEnd().split('\n').at(-1)?.trim() === 'ready';
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

async function end(server: ChildProcess): Promise<void> {
  if (!hasEnded(server)) {
    server.kill(`SIG${fastShutdown}`);
    await once(server, 'exit');
  }
}
