import { spawn } from 'node:child_process';

/** A program that answers every line with a line, in the same order. */
export interface LineProcess {
  /**
   * @throws if the program ends before it answers
   */
  ask<Answer>(question: unknown): Promise<Answer>;
  /** Lets the program end; resolves when it has. */
  close(): Promise<void>;
}

interface Waiting {
  resolve(answer: unknown): void;
  reject(reason: Error): void;
}

/** How much of the end of what a program complains about is repeated, in characters. */
const complaintLength = 8_000;

/** Starts a program that speaks JSON, a line each, and ends with its input. */
export function startLineProcess(
  command: string,
  commandArguments: readonly string[],
): LineProcess {
  const child = spawn(command, commandArguments, { stdio: 'pipe' });
  // Answered from the front; an index, because shifting a long array is slow.
  let waiting: Waiting[] = [];
  let answered = 0;
  let failure: Error | undefined;
  let complaint = '';
  let rest = '';
  let unsent = '';

  // One write for all that is asked in one go.
  const send = () => {
    child.stdin.write(unsent);
    unsent = '';
  };
  const fail = (reason: string) => {
    failure ??= new Error(`${command} ${reason}\n${complaint}`.trimEnd());
    waiting.slice(answered).forEach(({ reject }) => reject(failure as Error));
    waiting = [];
    answered = 0;
  };
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaint = (complaint + text).slice(-complaintLength);
  });
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      waiting[answered].resolve(JSON.parse(line));
      answered += 1;
    }
    if (answered > 1_000) {
      waiting = waiting.slice(answered);
      answered = 0;
    }
  });
  child.stdin.on('error', () => {});
  child.once('error', error => fail(`cannot be run: ${error.message}`));
  const closed = new Promise<void>(resolve => {
    child.once('close', (code, signal) => {
      fail(`ended (${signal ?? code})`);
      resolve();
    });
  });

  return {
    ask: <Answer>(question: unknown) =>
      new Promise<Answer>((resolve, reject) => {
        if (failure) {
          reject(failure);
          return;
        }
        waiting.push({
          resolve: answer => resolve(answer as Answer),
          reject,
        });
        if (unsent === '') {
          setImmediate(send);
        }
        unsent += `${JSON.stringify(question)}\n`;
      }),
    close() {
      child.stdin.end();
      return closed;
    },
  };
}
