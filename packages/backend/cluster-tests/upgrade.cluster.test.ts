import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type {
  BackendFeature,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import eventMeshModule from 'backstage-plugin-catalog-backend-module-knative-event-mesh';
import { waitFor } from 'demo';

const plugin = process.env.UPSTREAM_PLUGIN;
/** Loaded here, as what it needs calls hooks of Jest. */
const upstreamModule: BackendFeature | undefined =
  plugin && require(join(plugin, 'alpha')).default;
const describeWithPlugin = plugin ? describe : describe.skip;

function object(name: string, more: object) {
  return {
    name,
    namespace: 'payments',
    uid: name,
    labels: {},
    annotations: {},
    ...more,
  };
}

/** What either plugin takes for a mesh with one of each. */
const mesh = {
  eventTypes: [
    object('payment-received', {
      type: 'com.example.payment.received',
      reference: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'default',
      },
      consumedBy: [],
      consumers: [],
    }),
  ],
  brokers: [
    object('default', { providedEventTypes: ['payments/payment-received'] }),
  ],
  subscribables: [
    object('orders', {
      group: 'messaging.knative.dev',
      kind: 'Channel',
      providedEventTypes: [],
    }),
  ],
  sources: [
    object('clock', {
      group: 'sources.knative.dev',
      kind: 'PingSource',
      providedEventTypes: [],
      providedEventTypeTypes: [],
    }),
  ],
  triggers: [],
  subscriptions: [],
  sinks: [],
  flows: [],
  policies: [],
  findings: [],
  omitted: [],
};

const refs = [
  'API payments/payment-received',
  'Component payments/clock',
  'Component payments/default',
  'Component payments/orders',
];

/** In the order that the README of our module tells. */
describeWithPlugin("an upgrade from upstream's published plugin", () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let service: Server;
  let backend: TestBackend | undefined;

  beforeAll(async () => {
    service = createServer((_, response) => {
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(mesh));
    });
    await new Promise<void>(done => service.listen(0, '127.0.0.1', done));
  });

  afterAll(async () => {
    await backend?.stop();
    service.closeAllConnections();
    await new Promise(done => service.close(done));
  });

  const entities = async () => {
    const answer = await fetch(
      `http://127.0.0.1:${backend!.server.port()}/api/catalog/entities`,
    );
    return ((await answer.json()) as Entity[]).filter(
      ({ kind }) => kind !== 'System',
    );
  };
  const refsOf = (found: Entity[]) =>
    found
      .map(({ kind, metadata: { namespace, name } }) =>
        [kind, `${namespace}/${name}`].join(' '),
      )
      .sort();
  const originOf = ({ metadata }: Entity) =>
    metadata.annotations?.['backstage.io/managed-by-origin-location'];
  const until = (origin: string) =>
    waitFor({
      what: `All entities from ${origin}`,
      ask: async () => {
        const found = await entities();
        return found.length === refs.length &&
          found.every(entity => originOf(entity) === origin)
          ? found
          : undefined;
      },
      deadlineMilliseconds: 40_000,
    });

  it('keeps the ref of every entity', async () => {
    const knex = await databases.init('SQLITE_3');
    const baseUrl = `http://127.0.0.1:${
      (service.address() as AddressInfo).port
    }`;
    const start = async (
      feature: BackendFeature,
      settings: JsonObject = {},
    ) => {
      await backend?.stop();
      const tasks = new Map<string, SchedulerServiceTaskFunction>();
      const scheduler = mockServices.scheduler.mock({
        scheduleTask: async () => {},
        createScheduledTaskRunner: () => ({
          run: async task => {
            tasks.set(task.id, task.fn);
          },
        }),
      });
      backend = await startTestBackend({
        features: [
          catalogPlugin,
          feature,
          scheduler.factory,
          mockServices.database.factory({ knex }),
          mockServices.rootConfig.factory({
            data: {
              catalog: {
                processingInterval: { seconds: 1 },
                providers: {
                  knativeEventMesh: {
                    demo: {
                      baseUrl,
                      token: 'abc',
                      schedule: {
                        frequency: { minutes: 1 },
                        timeout: { seconds: 50 },
                      },
                      ...settings,
                    },
                  },
                },
              },
            },
          }),
        ],
      });
      return async (id: string) => tasks.get(id)!(new AbortController().signal);
    };

    const pollUpstream = await start(upstreamModule!);
    await pollUpstream('knative-event-mesh-provider-demo:run');
    expect(refsOf(await until(`url:${baseUrl}`))).toEqual(refs);

    const poll = await start(eventMeshModule, {
      naming: 'upstream',
      apiType: 'eventType',
    });
    await poll('KnativeEventMeshEntityProvider:demo:refresh');
    const after = await until('knative-event-mesh:demo');
    expect(refsOf(after)).toEqual(refs);
    expect(after.find(({ kind }) => kind === 'API')?.spec?.type).toBe(
      'eventType',
    );
  }, 120_000);
});
