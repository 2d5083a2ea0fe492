import type { Middleware } from './locals';

/** `/livez`: whether the process answers. It never asks the API server. */
export function livez(): Middleware {
  return (_request, response) => {
    response.json({ status: 'alive' });
  };
}

/**
 * `/readyz`: whether it makes sense to send requests here.
 *
 * @param findFault - says why not, or undefined
 */
export function readyz(
  findFault: () => Promise<string | undefined>,
): Middleware {
  return async (_request, response) => {
    const reason = await findFault();
    if (reason) {
      response.status(503).json({ status: 'not ready', reason });
    } else {
      response.json({ status: 'ready' });
    }
  };
}
