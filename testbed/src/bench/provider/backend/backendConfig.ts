import type { JsonObject } from '@backstage/types';

/** With which the bench asks the backend. */
export const benchToken = 'the-token-of-the-bench-for-the-backend';

/** The environment that is polled. */
export const environment = 'bench';

/** What the configuration of a measured backend depends on. */
export interface BackendOptions {
  meshUrl: string;
  /** Goes to `backend.database`. */
  database: JsonObject;
  /** File with the Components of the users. */
  componentsFile: string;
}

/**
 * The configuration of a measured backend. It polls when it is told to, and has
 * the catalog process each entity when it has changed, and not again within the
 * run: so nothing else happens while a poll is measured.
 */
export function backendConfig(
  port: number,
  { meshUrl, database, componentsFile }: BackendOptions,
): JsonObject {
  return {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: benchToken, subject: 'bench' } },
        ],
      },
    },
    catalog: {
      processingInterval: { hours: 24 },
      locations: [{ type: 'file', target: componentsFile }],
      providers: {
        knativeEventMesh: {
          [environment]: {
            baseUrl: meshUrl,
            token: 'the-token-of-the-bench-for-the-service',
            schedule: {
              frequency: { trigger: 'manual' },
              timeout: { minutes: 30 },
            },
          },
        },
      },
    },
  };
}
