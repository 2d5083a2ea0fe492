import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort, waitFor } from 'demo';
import { repositoryFolder } from '../../folders';
import { backendConfig, type BackendOptions } from './backendConfig';
import { isLongestBlock, longestBlockQuestion } from './protocol';

/** A backend with the catalog and our module, in a process of its own. */
export interface MeasuredBackend {
  url: string;
  pid: number;
  /** Calls with each line that it logs; returns how to stop that. */
  onLine(listener: (line: string) => void): () => void;
  /** For how long nothing else could run, at most, since the last call; ms. */
  longestBlock(): Promise<number>;
  /** Resolves when it has ended, however. */
  exited: Promise<void>;
  stop(): Promise<void>;
}

const program = join(
  repositoryFolder,
  'testbed/src/bench/provider/backend/backendProgram.ts',
);

/**
 * Starts a backend; resolves when it answers.
 *
 * @param options.folder - where its configuration and its log go
 */
export async function startBackend({
  folder,
  ...options
}: BackendOptions & { folder: string }): Promise<MeasuredBackend> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const configFile = join(folder, 'app-config.yaml');
  // JSON is YAML.
  await writeFile(configFile, JSON.stringify(backendConfig(port, options)));

  const child = fork(program, ['--config', configFile], {
    cwd: repositoryFolder,
    execArgv: ['--require', '@backstage/cli/config/nodeTransform.cjs'],
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const listeners = new Set<(line: string) => void>();
  const log = createWriteStream(join(folder, 'backend.log'));
  for (const stream of [child.stdout!, child.stderr!]) {
    createInterface({ input: stream }).on('line', line => {
      log.write(`${line}\n`);
      listeners.forEach(listener => listener(line));
    });
  }
  const exited = once(child, 'exit').then(() => {});
  const hasEnded = () => child.exitCode !== null || child.signalCode !== null;
  const stop = async () => {
    // It holds nothing that a graceful end would save.
    child.kill('SIGKILL');
    await exited;
    log.end();
  };

  await waitFor({
    what: 'The start of the backend',
    ask: async () => {
      const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
      return answer.ok ? true : undefined;
    },
    deadlineMilliseconds: 300_000,
    giveUp: () => (hasEnded() ? `It has ended; see ${folder}` : undefined),
  }).catch(async error => {
    await stop();
    throw error;
  });
  return {
    url,
    pid: child.pid!,
    onLine(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    longestBlock: () =>
      new Promise(resolve => {
        // Backstage sends messages of its own.
        const listen = (message: unknown) => {
          if (isLongestBlock(message)) {
            child.off('message', listen);
            resolve(message.longestBlockMilliseconds);
          }
        };
        child.on('message', listen);
        child.send(longestBlockQuestion);
      }),
    exited,
    stop,
  };
}
