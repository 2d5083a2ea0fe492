import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  createBackendModule,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type DeferredEntity,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import { readEnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';
import catalogModuleKnativeEventMesh from '.';
import { channel, eventMesh, eventType, trigger } from './testUtils';

jest.setTimeout(60_000);

function component(
  name: string,
  annotations: Record<string, string>,
): DeferredEntity {
  return {
    entity: {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        namespace: 'risk',
        annotations: {
          'backstage.io/managed-by-location': 'test:components',
          'backstage.io/managed-by-origin-location': 'test:components',
          ...annotations,
        },
      },
      spec: { type: 'service', lifecycle: 'production', owner: 'risk' },
    },
  };
}

const id = 'backstage.io/kubernetes-id';
const components: EntityProvider = {
  getProviderName: () => 'components',
  connect: connection =>
    connection.applyMutation({
      type: 'full',
      entities: [
        component('fraud-detector', { [id]: 'Fraud-Detector' }),
        component('namesake', { [id]: 'fraud-detector' }),
        component('elsewhere', {
          [id]: 'Fraud-Detector',
          'backstage.io/kubernetes-namespace': 'sandbox',
        }),
      ],
    }),
};

let publish: (topic: string) => Promise<void>;

const componentsModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'components',
  register(registration) {
    registration.registerInit({
      deps: {
        processing: catalogProcessingExtensionPoint,
        events: eventsServiceRef,
      },
      async init({ processing, events }) {
        processing.addEntityProvider(components);
        publish = topic => events.publish({ topic, eventPayload: {} });
      },
    });
  },
});

const { reference } = trigger().subscriber ?? {};
const mesh = eventMesh({
  triggers: [
    trigger({
      subscriber: { reference, kubernetesId: 'Fraud-Detector', found: 'yes' },
    }),
  ],
});

const TASK = 'KnativeEventMeshEntityProvider:dev:refresh';

describe('catalogModuleKnativeEventMesh', () => {
  let asked: number;
  let answer: { status: number; body: unknown };
  let service: Server;
  let tasks: Map<string, SchedulerServiceTaskFunction>;
  let backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  beforeEach(async () => {
    answer = { status: 200, body: mesh };
    asked = 0;
    service = createServer((_, response) => {
      asked += 1;
      response
        .writeHead(answer.status, { 'Content-Type': 'application/json' })
        .end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve => service.listen(0, resolve));
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
    service.closeAllConnections();
    await new Promise(resolve => service.close(resolve));
  });

  async function start(providers: object) {
    tasks = new Map();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async () => {},
      triggerTask: async taskId =>
        tasks.get(taskId)?.(new AbortController().signal),
      createScheduledTaskRunner: () => ({
        run: async task => {
          tasks.set(task.id, task.fn);
        },
      }),
    });
    backend = await startTestBackend({
      features: [
        catalogPlugin,
        catalogModuleKnativeEventMesh,
        componentsModule,
        scheduler.factory,
        mockServices.rootConfig.factory({
          data: { catalog: { processingInterval: { seconds: 1 }, providers } },
        }),
      ],
    });
    return backend;
  }

  function startWithService(settings: object = {}) {
    const { port } = service.address() as AddressInfo;
    return start({
      knativeEventMesh: {
        dev: { baseUrl: `http://localhost:${port}`, token: 'abc', ...settings },
      },
    });
  }

  async function poll() {
    await tasks.get(TASK)?.(new AbortController().signal);
  }

  async function entity(ref: string): Promise<Entity | undefined> {
    const [, kind, namespace, name] = /^(.*):(.*)\/(.*)$/.exec(ref) ?? [];
    const response = await fetch(
      `http://localhost:${backend?.server.port()}/api/catalog/entities/by-name/${kind}/${namespace}/${name}`,
    );
    return response.ok ? ((await response.json()) as Entity) : undefined;
  }

  async function relationsOf(ref: string): Promise<string[] | undefined> {
    return (await entity(ref))?.relations
      ?.map(relation => `${relation.type} ${relation.targetRef}`)
      .sort();
  }

  async function eventually<T>(read: () => Promise<T>, expected: T) {
    const deadline = Date.now() + 20_000;
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

  it('starts when nothing is configured', async () => {
    await expect(start({})).resolves.toBeDefined();
  });

  it('refuses to start with a wrong configuration', async () => {
    await expect(
      start({ knativeEventMesh: { dev: { baseUrl: 'http://mesh' } } }),
    ).rejects.toThrow('catalog.providers.knativeEventMesh.dev.token');
  });

  it('brings entities and relations into the catalog, and takes them back', async () => {
    await startWithService();
    await eventually(
      async () =>
        Boolean(
          (await entity('component:risk/fraud-detector')) &&
            (await entity('component:risk/namesake')) &&
            (await entity('component:risk/elsewhere')),
        ),
      true,
    );

    await poll();
    const apiRef = 'api:payments/payment-received';
    await eventually(
      () => relationsOf(apiRef),
      [
        'apiConsumedBy component:risk/fraud-detector',
        'apiProvidedBy component:payments/default-broker',
        'ownedBy group:default/unknown',
        'partOf system:default/knative-event-mesh-dev',
      ],
    );
    await eventually(
      () => relationsOf('component:risk/fraud-detector'),
      ['consumesApi api:payments/payment-received', 'ownedBy group:risk/risk'],
    );
    await eventually(
      () => relationsOf('system:default/knative-event-mesh-dev'),
      [
        'hasPart api:payments/payment-received',
        'hasPart component:payments/default-broker',
        'ownedBy group:default/unknown',
      ],
    );

    const polled = await entity('system:default/knative-event-mesh-dev');
    await poll();
    await eventually(
      async () =>
        (
          await entity('system:default/knative-event-mesh-dev')
        )?.metadata.etag,
      polled?.metadata.etag,
    );

    answer.status = 503;
    answer.body = { error: 'the API server does not answer' };
    await expect(poll()).rejects.toThrow('the API server does not answer');
    expect(await relationsOf(apiRef)).toHaveLength(4);

    answer.status = 200;
    answer.body = eventMesh({
      triggers: [],
      eventTypes: [eventType()],
      omitted: [
        { kind: 'Trigger', reason: 'forbidden', message: 'list triggers' },
      ],
    });
    await poll();
    await eventually(
      async () =>
        readEnvironmentDetails(
          (await entity('system:default/knative-event-mesh-dev'))!,
        )?.doubts.map(({ reason, kind }) => `${reason} ${kind}`),
      ['omitted Trigger'],
    );
    expect(await relationsOf(apiRef)).toHaveLength(4);

    answer.body = eventMesh({ eventTypes: [eventType()], triggers: [] });
    await poll();
    await eventually(
      () => relationsOf(apiRef),
      [
        'apiProvidedBy component:payments/default-broker',
        'ownedBy group:default/unknown',
        'partOf system:default/knative-event-mesh-dev',
      ],
    );
    await eventually(
      () => relationsOf('component:risk/fraud-detector'),
      ['ownedBy group:risk/risk'],
    );
  });

  it('polls when an event of the configured topic comes', async () => {
    await startWithService({ eventsTopic: 'knative-event-mesh' });
    await publish('another');
    expect(asked).toBe(0);
    await publish('knative-event-mesh');
    expect(asked).toBe(1);
  });

  it('keeps what is in doubt, and takes back everything else', async () => {
    const brokerRef = 'component:payments/default-broker';
    const channelRef = 'component:payments/orders-channel';
    const exist = async () => [
      Boolean(await entity('api:payments/payment-received')),
      Boolean(await entity(brokerRef)),
      Boolean(await entity(channelRef)),
    ];
    const doubts = async () =>
      readEnvironmentDetails(
        (await entity('system:default/knative-event-mesh-dev'))!,
      )?.doubts.map(({ reason, kind }) => `${reason} ${kind}`);

    await startWithService();
    answer.body = eventMesh({ subscribables: [channel()] });
    await poll();
    await eventually(exist, [true, true, true]);

    const forbidden = {
      kind: 'Broker',
      reason: 'forbidden' as const,
      message: 'list brokers',
    };
    answer.body = eventMesh({ brokers: [], omitted: [forbidden] });
    await poll();
    await eventually(doubts, ['omitted Broker']);
    await eventually(exist, [true, true, false]);
    expect(await relationsOf(brokerRef)).toContain(
      'providesApi api:payments/payment-received',
    );

    answer.body = eventMesh({ brokers: [], eventTypes: [], triggers: [] });
    await poll();
    await eventually(doubts, ['removals Broker', 'removals EventType']);
    expect(await exist()).toEqual([true, true, false]);

    answer.body = eventMesh({ brokers: [] });
    await poll();
    await eventually(doubts, []);
    await eventually(exist, [true, false, false]);
  });
});
