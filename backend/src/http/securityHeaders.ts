import type { Middleware } from './locals';

/** Headers of every answer: JSON for one caller, to be asked for again. */
export function securityHeaders(): Middleware {
  return (_request, response, next) => {
    response.set({
      'Cache-Control': 'private, no-cache',
      Vary: 'Authorization',
      'X-Content-Type-Options': 'nosniff',
    });
    next();
  };
}
