import { execFile, type ExecFileOptions } from 'node:child_process';

/** A command that could not be run, or ended with an error. */
export class CommandError extends Error {
  /** True if there is no such program on this machine. */
  readonly isMissing: boolean;
  /** What it has written to standard output. */
  readonly output: string;

  constructor(message: string, isMissing: boolean, output: string) {
    super(message);
    this.name = 'CommandError';
    this.isMissing = isMissing;
    this.output = output;
  }
}

/** Runs a command to its end and returns what it has written. */
export function runCommand(
  command: string,
  commandArguments: string[],
  options: ExecFileOptions = {},
): Promise<string> {
  return new Promise((resolve, reject) => {
    execFile(
      command,
      commandArguments,
      { maxBuffer: 64 * 1024 * 1024, ...options, encoding: 'utf8' },
      (error, output, errorOutput) => {
        if (!error) {
          resolve(output);
          return;
        }
        const said = errorOutput.trim().split('\n').slice(-20).join('\n');
        const line = [command, ...commandArguments].join(' ');
        reject(
          new CommandError(
            `${line}: ${said || error.message}`,
            error.code === 'ENOENT',
            output,
          ),
        );
      },
    );
  });
}
