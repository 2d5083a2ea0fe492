import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  createBackendModule,
  type SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  catalogProcessingExtensionPoint,
  type DeferredEntity,
  type EntityProvider,
} from '@backstage/plugin-catalog-node';
import catalogModuleKnativeEventMesh from '.';
import { eventMesh, eventType, trigger } from './testUtils';

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

const componentsModule = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'components',
  register(registration) {
    registration.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider(components);
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
  let answer: { status: number; body: unknown };
  let service: Server;
  let tasks: Map<string, SchedulerServiceTaskFunction>;
  let backend: Awaited<ReturnType<typeof startTestBackend>> | undefined;

  beforeEach(async () => {
    answer = { status: 200, body: mesh };
    service = createServer((_, response) => {
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

  function startWithService() {
    const { port } = service.address() as AddressInfo;
    return start({
      knativeEventMesh: {
        dev: { baseUrl: `http://localhost:${port}`, token: 'abc' },
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
    await expect(poll()).rejects.toThrow('Trigger (forbidden: list triggers)');
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
});
