import type { EventMeshError } from 'backstage-plugin-knative-event-mesh-common';
import type { ErrorRequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { KubernetesError } from '../kubernetes/kubernetesError';
import type { RequestLocals } from './locals';
import { serviceErrorOf } from './serviceErrorOf';

/** The one exit for everything that goes wrong. */
export function errorAnswer(log: Logger): ErrorRequestHandler {
  return (
    error: unknown,
    _request,
    response: Response<EventMeshError, RequestLocals>,
    _next,
  ) => {
    if (response.destroyed) {
      return;
    }
    const failure = serviceErrorOf(error);
    if (failure.code === 'internal') {
      log.error(
        { defect: describeDefect(error, response.locals.token) },
        'defect',
      );
    }
    response.locals.failure = {
      message: failure.message,
      detail: error instanceof KubernetesError ? error.detail : undefined,
    };
    if (failure.status === 401) {
      response.set('WWW-Authenticate', 'Bearer');
    }
    if (failure.retryAfterSeconds !== undefined) {
      response.set('Retry-After', String(failure.retryAfterSeconds));
    }
    response
      .status(failure.status)
      .json({ error: failure.message, code: failure.code });
  };
}

/** The stack of a defect without the token, should it have got into a message. */
function describeDefect(error: unknown, token: string | undefined): string {
  const text =
    error instanceof Error ? error.stack ?? error.message : String(error);
  return token ? text.replaceAll(token, '[token]') : text;
}
