import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { ServiceMetrics } from '../metrics/serviceMetrics';
import type { Middleware } from './locals';

/** Routes that ask about the process itself, several times a minute. */
const probes = new Set(['/livez', '/readyz']);

/**
 * Logs one line per request, made of chosen words: never a header, and never
 * the path as it was sent, which may hold anything. Counts the request, too.
 */
export function requestLog(log: Logger, metrics?: ServiceMetrics): Middleware {
  return (request, response, next) => {
    const start = performance.now();
    const requestId = randomUUID();
    response.set('X-Request-Id', requestId);
    response.once('close', () => {
      const route =
        typeof request.route?.path === 'string'
          ? request.route.path
          : undefined;
      const { failure, namespaces } = response.locals;
      const { statusCode: status, writableFinished } = response;
      const durationMs = performance.now() - start;
      metrics?.answered(
        route,
        writableFinished ? status : 'client gone',
        durationMs / 1000,
      );
      const line = {
        requestId,
        method: request.method,
        route,
        namespaces,
        status: writableFinished ? status : undefined,
        clientGone: writableFinished ? undefined : true,
        durationMs: Math.round(durationMs),
        failure,
      };
      if (status >= 500 && writableFinished) {
        log.error(line, 'request failed');
      } else if (probes.has(route ?? '')) {
        log.debug(line, 'request');
      } else {
        log.info(line, 'request');
      }
    });
    next();
  };
}
