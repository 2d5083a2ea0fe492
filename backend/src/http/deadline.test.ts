import { setTimeout } from 'node:timers/promises';
import { askApp } from '../__testUtils__/askApp';
import { deadline } from './deadline';
import type { Deadline } from './locals';

function ask(
  seconds: number,
  use: (limit: Deadline, gone: AbortSignal) => Promise<unknown>,
) {
  return askApp(app =>
    app.get('/', deadline(seconds), async (_request, response) => {
      const { deadline: limit, gone } = response.locals;
      response.json(await use(limit as Deadline, gone as AbortSignal));
    }),
  );
}

describe('deadline', () => {
  it('aborts when the time is over', async () => {
    const { text } = await ask(0.05, async ({ signal, remainingMs }) => {
      const before = signal.aborted;
      await setTimeout(100);
      return [before, signal.aborted, signal.reason.name, remainingMs() <= 0];
    });
    expect(JSON.parse(text)).toEqual([false, true, 'TimeoutError', true]);
  });

  it('notices when the answer is finished or the caller has gone', async () => {
    let seen: AbortSignal | undefined;
    await ask(60, async (_limit, gone) => {
      seen = gone;
    });
    await setTimeout(20);
    expect(seen?.aborted).toBe(true);
  });
});
