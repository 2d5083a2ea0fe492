import type { Middleware } from './locals';

/** Starts the time that a request may take, and ends it when the caller goes. */
export function deadline(seconds: number): Middleware {
  return (_request, response, next) => {
    const end = performance.now() + seconds * 1000;
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    response.locals.deadline = {
      signal: AbortSignal.any([
        AbortSignal.timeout(seconds * 1000),
        closed.signal,
      ]),
      remainingMs: () => end - performance.now(),
    };
    next();
  };
}
