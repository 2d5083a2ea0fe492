import { once } from 'node:events';
import { createInterface } from 'node:readline';

/**
 * Asks at the terminal whether to go on; whatever is not a clear yes, or no
 * terminal to ask at, is a no.
 */
export async function askToGoOn(
  question: string,
  {
    input = process.stdin,
    output = process.stdout,
  }: {
    input?: NodeJS.ReadableStream & { isTTY?: boolean };
    output?: NodeJS.WritableStream;
  } = {},
): Promise<boolean> {
  if (!input.isTTY) {
    return false;
  }
  output.write(`${question} [y/N] `);
  // Without line editing, Ctrl-C stays a signal.
  const lines = createInterface({ input, terminal: false });
  const closed = once(lines, 'close').then(() => ['']);
  const [answer] = await Promise.race([once(lines, 'line'), closed]);
  lines.close();
  return /^y(es)?$/i.test(String(answer).trim());
}
