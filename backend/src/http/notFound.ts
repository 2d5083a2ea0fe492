import { ServiceError } from '../errors';
import type { Middleware } from './locals';

/** Answers what no route did. */
export function notFound(): Middleware {
  return () => {
    throw new ServiceError(
      404,
      'notFound',
      'There is nothing here. Ask for GET /v1/getEventMesh.',
    );
  };
}
