import type { Middleware } from './locals';

/** Starts the time that a request may take, and notices when the caller goes. */
export function deadline(seconds: number): Middleware {
  return (_request, response, next) => {
    const end = performance.now() + seconds * 1000;
    const closed = new AbortController();
    response.once('close', () => closed.abort());
    response.locals.gone = closed.signal;
    response.locals.deadline = {
      signal: AbortSignal.timeout(seconds * 1000),
      remainingMs: () => end - performance.now(),
    };
    next();
  };
}
