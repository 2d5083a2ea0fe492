import { join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import { CatalogClient } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventMeshModule from 'backstage-plugin-catalog-backend-module-knative-event-mesh';
import { demoManifests, freePort, waitFor } from 'demo';
import { createCapturingLogger } from './capturingLogger';

/** What the scheduler knows of the task that polls the event mesh. */
export interface PollState {
  status: string;
  lastRunEndedAt?: string;
  /** The error of the last run as JSON text; absent when it went well. */
  lastRunError?: string;
}

/** A portal backend with a real catalog, real authentication and real HTTP. */
export interface TestPortal {
  /** All entities of the catalog. */
  entities(): Promise<Entity[]>;
  /** Waits for the end of a poll that has begun after the call. */
  poll(): Promise<PollState>;
  /** Every line that the backend has logged. */
  logLines: readonly string[];
  stop(): Promise<void>;
}

const taskId = 'KnativeEventMeshEntityProvider:demo:refresh';

/** Starts a backend with the catalog and our module, which polls every second. */
export async function startTestPortal(options: {
  serviceUrl: string;
  meshToken: string;
}): Promise<TestPortal> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const accessToken = 'the-token-of-the-test-for-the-portal';
  const logger = createCapturingLogger();

  const backend = createBackend();
  backend.add(logger.service);
  backend.add(
    mockServices.rootConfig.factory({
      data: {
        backend: {
          baseUrl: url,
          listen: { host: '127.0.0.1', port },
          database: { client: 'better-sqlite3', connection: ':memory:' },
          auth: {
            externalAccess: [
              {
                type: 'static',
                options: { token: accessToken, subject: 'test' },
              },
            ],
          },
        },
        catalog: {
          rules: [{ allow: ['Component', 'Group', 'System'] }],
          locations: [
            {
              type: 'file',
              target: join(demoManifests, '../catalog-info.yaml'),
            },
          ],
          providers: {
            knativeEventMesh: {
              demo: {
                baseUrl: options.serviceUrl,
                token: options.meshToken,
                schedule: {
                  frequency: { seconds: 1 },
                  timeout: { seconds: 30 },
                },
              },
            },
          },
        },
      },
    }),
  );
  backend.add(catalogPlugin);
  backend.add(eventMeshModule);
  await backend.start();

  const catalogUrl = `${url}/api/catalog`;
  const catalog = new CatalogClient({
    discoveryApi: { getBaseUrl: async () => catalogUrl },
  });

  async function pollState(): Promise<PollState> {
    const answer = await fetch(`${catalogUrl}/.backstage/scheduler/v1/tasks`, {
      headers: { authorization: `Bearer ${accessToken}` },
    });
    const { tasks } = (await answer.json()) as {
      tasks: { taskId: string; taskState: PollState }[];
    };
    return tasks.find(task => task.taskId === taskId)!.taskState;
  }

  async function untilNextEnd(last: string | undefined): Promise<PollState> {
    return waitFor({
      what: 'A poll',
      ask: async () => {
        const state = await pollState();
        return state.status === 'idle' &&
          state.lastRunEndedAt &&
          state.lastRunEndedAt !== last
          ? state
          : undefined;
      },
      deadlineMilliseconds: 60_000,
      intervalMilliseconds: 50,
    });
  }

  await untilNextEnd(undefined);
  return {
    logLines: logger.lines,
    entities: async () =>
      (await catalog.queryEntities({ limit: 1_000 }, { token: accessToken }))
        .items,
    async poll() {
      const { lastRunEndedAt } = await pollState();
      // The poll that ends next may have begun before.
      const next = await untilNextEnd(lastRunEndedAt);
      return untilNextEnd(next.lastRunEndedAt);
    },
    stop: () => backend.stop(),
  };
}
