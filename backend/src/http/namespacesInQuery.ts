import { ServiceError } from '../errors';
import { isNamespaceName } from '../kubernetes/resource';
import type { Middleware } from './locals';

const MOST_NAMESPACES = 100;

/** Takes the namespaces that the caller asks for: sorted, each once. */
export function namespacesInQuery(): Middleware {
  return (request, response, next) => {
    const query = new URL(request.url, 'http://localhost').searchParams;
    const unknown = [...query.keys()].find(name => name !== 'namespace');
    if (unknown !== undefined) {
      throw badRequest(
        'There is a query parameter that is not known. The only one is "namespace", which may be repeated.',
      );
    }
    const namespaces = query.getAll('namespace');
    if (!namespaces.every(isNamespaceName)) {
      throw badRequest(
        'A "namespace" is not the name of a namespace. Write 1 to 63 lower-case letters, digits and "-", beginning and ending with a letter or digit.',
      );
    }
    if (namespaces.length > MOST_NAMESPACES) {
      throw badRequest(
        `There are ${namespaces.length} namespaces. Ask for at most ${MOST_NAMESPACES}, or for all by leaving "namespace" out.`,
      );
    }
    if (namespaces.length > 0) {
      response.locals.namespaces = [...new Set(namespaces)].sort();
    }
    next();
  };
}

function badRequest(message: string): ServiceError {
  return new ServiceError(400, 'badRequest', message);
}
