import { ServiceError } from '../errors';
import type { Middleware } from './locals';

/** As many namespaces as may be asked for, with their longest names, and some. */
const LONGEST_URL = 8 * 1024;

/** Refuses a URL that is longer than any that has an answer. */
export function urlLimit(): Middleware {
  return (request, _response, next) => {
    if (request.url.length > LONGEST_URL) {
      throw new ServiceError(
        414,
        'badRequest',
        `The URL has more than ${LONGEST_URL} characters. Ask for fewer namespaces, or for all by leaving "namespace" out.`,
      );
    }
    next();
  };
}
