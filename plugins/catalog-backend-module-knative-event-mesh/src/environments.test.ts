import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import type { SchedulerServiceTaskFunction } from '@backstage/backend-plugin-api';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  readEnvironmentDetails,
  type EventMesh,
} from 'backstage-plugin-knative-event-mesh-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testCatalog, type TestCatalog } from './__testUtils__/testCatalog';
import { readProviderConfigs } from './config';
import { KnativeEventMeshEntityProvider } from './KnativeEventMeshEntityProvider';
import { broker, channel, eventMesh, eventType, trigger } from './testUtils';

/** The mesh of `eventMesh()` in another Kubernetes namespace. */
function meshIn(namespace: string): EventMesh {
  return eventMesh({
    eventTypes: [
      eventType({
        namespace,
        reference: {
          group: 'eventing.knative.dev',
          kind: 'Broker',
          namespace,
          name: 'default',
        },
      }),
    ],
    brokers: [broker({ namespace })],
    triggers: [trigger({ namespace, broker: { namespace, name: 'default' } })],
  });
}

/** An entity of a user. */
function usersEntity(ref: string): Entity {
  const { kind, namespace, name } = parseEntityRef(ref);
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: kind === 'api' ? 'API' : 'Component',
    metadata: {
      namespace,
      name,
      annotations: {
        'backstage.io/managed-by-origin-location': 'url:https://example.com/a',
      },
    },
  };
}

describe('entities of several environments and of users', () => {
  const server = setupServer();
  registerMswTestHooks(server);
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    logger.child.mockReturnValue(logger);
  });

  /** What an environment writes with one poll. */
  async function poll(
    store: TestCatalog,
    environment: string,
    mesh: EventMesh,
    knativeEventMesh: Record<string, JsonObject>,
  ) {
    server.use(
      http.get(`http://${environment}/v1/getEventMesh`, () =>
        HttpResponse.json(JSON.parse(JSON.stringify(mesh))),
      ),
    );
    const withService = Object.entries(knativeEventMesh).map(
      ([name, settings]) => [
        name,
        { baseUrl: `http://${name}`, token: 'abc', ...settings },
      ],
    );
    const config = readProviderConfigs(
      new ConfigReader({
        catalog: {
          providers: { knativeEventMesh: Object.fromEntries(withService) },
        },
      }),
    ).find(item => item.environment === environment)!;
    let task: SchedulerServiceTaskFunction | undefined;
    const provider = KnativeEventMeshEntityProvider.fromConfig(config, {
      auth: mockServices.auth(),
      catalog: store.catalog,
      logger,
      scheduler: mockServices.scheduler.mock({
        createScheduledTaskRunner: () => ({
          run: async given => {
            task = given.fn;
          },
        }),
      }),
    });
    await provider.connect(store.connection);
    await task!(new AbortController().signal);
  }

  function findingsOf(store: TestCatalog, environment: string) {
    const system = store.entity(
      `system:default/knative-event-mesh-${environment}`,
    );
    return readEnvironmentDetails(system!)!.findings.map(
      ({ code, object }) => `${code} ${object.kind} ${object.namespace}`,
    );
  }

  function entitiesOf(store: TestCatalog): Entity[] {
    return store.refs().map(ref => store.entity(ref)!);
  }

  it('adds an environment without changing the entities of the first', async () => {
    const dev = testCatalog();
    await poll(dev, 'dev', meshIn('payments'), { dev: {} });
    const before = dev.refs();

    const both = {
      dev: { entityNamespace: '{namespace}' },
      prod: { entityNamespace: '{environment}-{namespace}' },
    };
    await poll(dev, 'dev', meshIn('payments'), both);
    expect(dev.refs()).toEqual(before);

    const prod = testCatalog(entitiesOf(dev));
    await poll(prod, 'prod', meshIn('payments'), both);
    expect(prod.refs()).toEqual([
      'api:prod-payments/payment-received',
      'component:prod-payments/default-broker',
      'system:default/knative-event-mesh-prod',
    ]);
    expect(findingsOf(prod, 'prod')).toEqual([]);
  });

  it('leaves alone what the template of another environment has met first', async () => {
    const both = {
      dev: { entityNamespace: '{namespace}' },
      prod: { entityNamespace: 'prod-{namespace}' },
    };
    const dev = testCatalog();
    await poll(dev, 'dev', meshIn('prod-payments'), both);

    const prod = testCatalog(entitiesOf(dev));
    await poll(prod, 'prod', meshIn('payments'), both);
    expect(prod.refs()).toEqual(['system:default/knative-event-mesh-prod']);
    expect(findingsOf(prod, 'prod')).toEqual([
      'nameTaken Broker payments',
      'nameTaken EventType payments',
    ]);
  });

  it.each([
    ['component:payments/default-broker', 'Broker', {}],
    ['api:payments/payment-received', 'EventType', {}],
    ['component:payments/default', 'Broker', { naming: 'upstream' }],
  ])(
    'leaves %s of a user alone, and writes the rest',
    async (held, kind, settings) => {
      const mesh = meshIn('payments');
      const free = testCatalog();
      await poll(free, 'dev', mesh, { dev: settings });
      expect(free.refs()).toContain(held);

      const store = testCatalog([usersEntity(held)]);
      await poll(store, 'dev', mesh, { dev: settings });
      expect(store.refs()).toEqual(free.refs().filter(ref => ref !== held));
      expect(findingsOf(store, 'dev')).toEqual([`nameTaken ${kind} payments`]);
      expect(
        JSON.stringify(entitiesOf(store).map(({ spec }) => spec?.providesApis)),
      ).not.toContain(held);

      // Nothing is in its place for long: the user has removed the entity.
      const released = testCatalog();
      await released.connection.applyMutation({
        type: 'delta',
        added: entitiesOf(store).map(entity => ({ entity })),
        removed: [],
      });
      await poll(released, 'dev', meshIn('payments'), {
        dev: { ...settings, lifecycle: 'other' },
      });
      expect(released.refs()).toEqual(free.refs());
      expect(findingsOf(released, 'dev')).toEqual([]);
    },
  );

  it('renames in one poll when the naming becomes that of upstream', async () => {
    const mesh = eventMesh({ subscribables: [channel()] });
    const store = testCatalog();
    await poll(store, 'dev', mesh, { dev: {} });
    await poll(store, 'dev', mesh, { dev: { naming: 'upstream' } });
    expect(store.refs()).toEqual([
      'api:payments/payment-received',
      'component:payments/default',
      'component:payments/orders',
      'system:default/knative-event-mesh-dev',
    ]);
  });
});
