import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { stripVTControlCharacters } from 'node:util';

/** A program that runs beside us and writes to a log file. */
export interface BackgroundProcess {
  name: string;
  logFile: string;
  /** Resolves with the exit code, or null when a signal ended it. */
  exited: Promise<number | null>;
  isRunning(): boolean;
  /** Ends it and what it started; resolves when it is gone. */
  stop(): Promise<void>;
  /** Ends it and what it started at once, as a crash does. */
  kill(): Promise<void>;
  /** The last lines of its log, without colours. */
  logTail(lines?: number): Promise<string>;
}

const millisecondsToEndGracefully = 5_000;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals) {
  try {
    process.kill(-child.pid!, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') {
      throw error;
    }
  }
}

/** Starts a program in the background, in a process group of its own. */
export function startProcess(options: {
  name: string;
  arguments: string[];
  directory: string;
  environment: NodeJS.ProcessEnv;
  logFile: string;
  /** Called with each line that it writes, without colours. */
  onLine?: (line: string) => void;
}): BackgroundProcess {
  const { name, logFile, onLine } = options;
  const child = spawn(process.execPath, options.arguments, {
    cwd: options.directory,
    env: { ...process.env, ...options.environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const log = createWriteStream(logFile);
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', line => {
      const plain = stripVTControlCharacters(line);
      log.write(`${plain}\n`);
      onLine?.(plain);
    });
  }

  let running = true;
  const exited = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', code => {
      running = false;
      log.end();
      resolve(code);
    });
  });
  // Whoever waits for the exit learns of the error; nobody has to wait.
  exited.catch(() => {});

  return {
    name,
    logFile,
    exited,
    isRunning: () => running,
    async stop() {
      if (!running) {
        return;
      }
      signalGroup(child, 'SIGTERM');
      const impatience = setTimeout(
        () => signalGroup(child, 'SIGKILL'),
        millisecondsToEndGracefully,
      );
      await exited.finally(() => clearTimeout(impatience));
    },
    async kill() {
      signalGroup(child, 'SIGKILL');
      await exited;
    },
    async logTail(lines = 15) {
      const text = await readFile(logFile, 'utf8');
      return text.trimEnd().split('\n').slice(-lines).join('\n');
    },
  };
}
