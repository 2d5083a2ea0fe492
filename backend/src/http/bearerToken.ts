import { ServiceError } from '../errors';
import type { Middleware } from './locals';

/**
 * Takes the caller's token, or refuses before anything is asked of Kubernetes.
 * The scheme is case-insensitive and the token a b64token (RFC 6750, section
 * 2.1): anything else would end up, readable, in an error of the HTTP client.
 */
export function bearerToken(): Middleware {
  return (request, response, next) => {
    const { authorization } = request.headers;
    const token = /^bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(
      authorization ?? '',
    )?.[1];
    if (!token) {
      throw new ServiceError(
        401,
        'unauthorized',
        authorization
          ? 'The Authorization header is not a bearer token. Send "Authorization: Bearer <token>" with a token of the Kubernetes cluster.'
          : 'There is no Authorization header. Send "Authorization: Bearer <token>" with a token of the Kubernetes cluster.',
      );
    }
    response.locals.token = token;
    next();
  };
}
