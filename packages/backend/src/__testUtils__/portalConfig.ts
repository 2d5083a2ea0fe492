import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { demoManifests } from 'demo';

/** With which the tests ask the portal. */
export const portalToken = 'the-token-of-the-test-for-the-portal';

/** Where a portal for tests listens, what it polls, and where it keeps things. */
export interface PortalOptions {
  serviceUrl: string;
  meshToken: string;
  /** As in the provider's configuration. */
  trustConsumedBy?: boolean;
  /** Goes to `backend.database`. */
  database: JsonObject;
  secondsBetweenPolls: number;
  /** After which a poll counts as lost. */
  secondsOfPoll: number;
}

/** The configuration of a portal with the demo's components and our provider. */
export function portalConfig(
  port: number,
  {
    serviceUrl,
    meshToken,
    trustConsumedBy,
    database,
    ...seconds
  }: PortalOptions,
): JsonObject {
  return {
    backend: {
      baseUrl: `http://127.0.0.1:${port}`,
      listen: { host: '127.0.0.1', port },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: portalToken, subject: 'test' } },
        ],
      },
    },
    catalog: {
      rules: [{ allow: ['Component', 'Group', 'System'] }],
      locations: [
        { type: 'file', target: join(demoManifests, '../catalog-info.yaml') },
      ],
      providers: {
        knativeEventMesh: {
          demo: {
            baseUrl: serviceUrl,
            token: meshToken,
            trustConsumedBy,
            schedule: {
              frequency: { seconds: seconds.secondsBetweenPolls },
              timeout: { seconds: seconds.secondsOfPoll },
            },
          },
        },
      },
    },
  };
}
