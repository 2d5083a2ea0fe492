import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type {
  BackendFeature,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';

/** A service that answers with a mesh, or whatever else a test has it answer. */
export interface TestService {
  url: string;
  answer: { status: number; body: EventMesh | { error: string } };
  /** How often it was asked. */
  asked: number;
  /** The last request. */
  request?: { path: string; headers: IncomingHttpHeaders };
  /** Sent with each answer; whoever has it gets no answer again. */
  etag?: string;
  /** Whether it leaves requests without an answer. */
  isHanging?: boolean;
  stop(): Promise<void>;
}

/** Starts a service on this machine only. */
export async function startTestService(body: EventMesh): Promise<TestService> {
  const service: TestService = {
    url: '',
    answer: { status: 200, body },
    asked: 0,
    stop: async () => {},
  };
  const server = createServer(({ url = '', headers }, response) => {
    service.asked += 1;
    service.request = { path: url, headers };
    const { etag } = service;
    if (service.isHanging) {
      return;
    }
    if (etag && headers['if-none-match'] === etag) {
      response.writeHead(304, { ETag: etag }).end();
      return;
    }
    response
      .writeHead(service.answer.status, {
        'Content-Type': 'application/json',
        ...(etag && { ETag: etag }),
      })
      .end(JSON.stringify(service.answer.body));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  service.stop = async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  };
  service.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return service;
}

/** A scheduler that runs tasks when a test says so, and throws what they throw. */
export function manualScheduler() {
  const tasks = new Map<string, SchedulerServiceTaskFunction>();
  const run = async (id: string) =>
    tasks.get(id)?.(new AbortController().signal);
  return {
    run,
    feature: mockServices.scheduler.mock({
      scheduleTask: async () => {},
      triggerTask: run,
      createScheduledTaskRunner: () => ({
        run: async task => {
          tasks.set(task.id, task.fn);
        },
      }),
    }).factory,
  };
}

/** Starts a backend with a real catalog that processes what it is given at once. */
export function startCatalog(
  knativeEventMesh: JsonObject,
  features: (BackendFeature | Promise<{ default: BackendFeature }>)[],
  data: JsonObject = {},
): Promise<TestBackend> {
  return startTestBackend({
    features: [
      catalogPlugin,
      mockServices.rootConfig.factory({
        data: {
          ...data,
          catalog: {
            processingInterval: { seconds: 1 },
            providers: { knativeEventMesh },
          },
        },
      }),
      ...features,
    ],
  });
}

/** An entity of the catalog of a backend, by its full ref. */
export async function catalogEntity(
  { server }: TestBackend,
  ref: string,
): Promise<Entity | undefined> {
  const [, kind, namespace, name] = /^(.*):(.*)\/(.*)$/.exec(ref) ?? [];
  const response = await fetch(
    `http://127.0.0.1:${server.port()}/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
  );
  return response.ok ? ((await response.json()) as Entity) : undefined;
}

/** Waits until what is read is as expected; fails with the difference if it never is. */
export async function eventually<T>(
  read: () => Promise<T> | T,
  expected: T,
  milliseconds = 20_000,
) {
  const deadline = Date.now() + milliseconds;
  while (Date.now() < deadline) {
    try {
      expect(await read()).toEqual(expected);
      return;
    } catch {
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
  expect(await read()).toEqual(expected);
}
