import express, { type Express } from 'express';
import type { Logger } from 'pino';
import { bearerToken } from './http/bearerToken';
import { deadline } from './http/deadline';
import { errorAnswer } from './http/errorAnswer';
import { getEventMesh, type EventMeshRoute } from './http/getEventMesh';
import { livez, readyz } from './http/health';
import { namespacesInQuery } from './http/namespacesInQuery';
import { notFound } from './http/notFound';
import { requestLog } from './http/requestLog';
import { securityHeaders } from './http/securityHeaders';
import { urlLimit } from './http/urlLimit';

/** What the application is made of. */
export interface AppParts extends EventMeshRoute {
  log: Logger;
  deadlineSeconds: number;
  /** Says why requests should not be sent here, or undefined. */
  findFault: () => Promise<string | undefined>;
}

/** Composes the service: what a request meets, from top to bottom. */
export function createApp(parts: AppParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.enable('case sensitive routing');
  app.set('query parser', false);

  app.use(requestLog(parts.log, parts.metrics));
  app.use(securityHeaders());
  app.use(urlLimit());

  app.get('/livez', livez());
  app.get('/readyz', readyz(parts.findFault));
  app.get(
    '/v1/getEventMesh',
    bearerToken(),
    namespacesInQuery(),
    deadline(parts.deadlineSeconds),
    getEventMesh(parts),
  );

  app.use(notFound());
  app.use(errorAnswer(parts.log));
  return app;
}
