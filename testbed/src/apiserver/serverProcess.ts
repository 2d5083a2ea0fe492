import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { waitFor } from 'demo';

const millisecondsToEndGracefully = 5_000;

/** A busy machine may need much more than the usual three seconds. */
const millisecondsToStart = 120_000;

/** A server that runs beside us, and ends with us. */
export interface ServerProcess {
  pid: number;
  /** The first line of its standard output, when there is one. */
  firstLine(): string | undefined;
  /**
   * Asks again and again until the answer is something else than undefined.
   *
   * @throws with the end of its log, when the server has ended or takes too long
   */
  untilReady<T>(ask: () => Promise<T | undefined>): Promise<T>;
  /** Ends it; resolves when it is gone. */
  end(): Promise<void>;
}

/**
 * Starts a server that ends when its standard input is closed, which it is as
 * soon as this process is gone, however it ended. Its log is appended to a file.
 */
export function startServerProcess(options: {
  command: string;
  arguments: string[];
  logFile: string;
}): ServerProcess {
  const { command, logFile } = options;
  const log = openSync(logFile, 'a');
  const child = spawn(command, options.arguments, {
    stdio: ['pipe', 'pipe', log],
  });
  closeSync(log);

  let line: string | undefined;
  createInterface({ input: child.stdout! }).once('line', first => {
    line = first;
  });
  let howItEnded: string | undefined;
  const ended = new Promise<void>(resolve => {
    const end = (how: string) => {
      howItEnded = how;
      resolve();
    };
    child.once('error', error => end(error.message));
    child.once('exit', (code, signal) => end(`it ended (${signal ?? code})`));
  });

  const end = async () => {
    child.kill('SIGTERM');
    const impatience = setTimeout(
      () => child.kill('SIGKILL'),
      millisecondsToEndGracefully,
    );
    await ended.finally(() => clearTimeout(impatience));
  };
  return {
    pid: child.pid ?? 0,
    firstLine: () => line,
    async untilReady(ask) {
      try {
        return await waitFor({
          what: 'its start',
          ask,
          deadlineMilliseconds: millisecondsToStart,
          intervalMilliseconds: 50,
          giveUp: () => howItEnded,
        });
      } catch (error) {
        await end();
        const { message } = error as Error;
        throw new Error(`${command}: ${message}\n${await logTail(logFile)}`);
      }
    },
    end,
  };
}

async function logTail(file: string): Promise<string> {
  const text = await readFile(file, 'utf8');
  return text.trimEnd().split('\n').slice(-15).join('\n');
}
