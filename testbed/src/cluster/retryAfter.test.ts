import { pauseBeforeRetry } from './retryAfter';

describe('pauseBeforeRetry', () => {
  it.each([
    ['an answer that is good', 200, undefined, undefined],
    ['a refusal that stays', 403, '1', undefined],
    ['a busy server that says how long', 429, '1', 1_000],
    ['a busy server that exaggerates', 429, '30', 2_000],
    ['a busy server that says nothing', 429, undefined, 2_000],
    ['a busy server that names a date', 429, 'Mon, 01 Jan 2026', 2_000],
  ])('knows %s', (_, status, retryAfter, pause) => {
    expect(pauseBeforeRetry(status, retryAfter)).toBe(pause);
  });
});
