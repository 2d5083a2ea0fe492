import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type {
  DeferredEntity,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { readProviderConfigs } from './config';
import { KnativeEventMeshEntityProvider } from './KnativeEventMeshEntityProvider';
import { broker, eventMesh, eventType, trigger } from './testUtils';

const URL = 'http://mesh.example.com/v1/getEventMesh';
const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'fraud-detector',
    namespace: 'risk',
    annotations: { 'backstage.io/kubernetes-id': 'fraud-detector' },
  },
};
const { reference } = trigger().subscriber ?? {};

describe('KnativeEventMeshEntityProvider', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const applyMutation = jest.fn();
  let schedule: JsonObject | undefined;
  let task: SchedulerServiceTaskInvocationDefinition | undefined;

  beforeEach(() => {
    jest.clearAllMocks();
    logger.child.mockReturnValue(logger);
    schedule = undefined;
    task = undefined;
  });

  /** A provider that is connected to a catalog with the given entities. */
  async function connect(
    settings: JsonObject = {},
    catalog: Parameters<
      typeof KnativeEventMeshEntityProvider.fromConfig
    >[1]['catalog'] = catalogServiceMock({ entities: [component] }),
  ) {
    const [config] = readProviderConfigs(
      new ConfigReader({
        catalog: {
          providers: {
            knativeEventMesh: {
              dev: {
                baseUrl: 'http://mesh.example.com',
                token: 'abc',
                ...settings,
              },
            },
          },
        },
      }),
    );
    const provider = KnativeEventMeshEntityProvider.fromConfig(config, {
      auth: mockServices.auth(),
      catalog,
      logger,
      scheduler: mockServices.scheduler.mock({
        createScheduledTaskRunner: definition => {
          schedule = definition as unknown as JsonObject;
          return {
            run: async given => {
              task = given;
            },
          };
        },
      }),
    });
    await provider.connect({ applyMutation, refresh: jest.fn() });
    return provider;
  }

  function poll(signal: AbortSignal = new AbortController().signal) {
    return Promise.resolve(task?.fn(signal));
  }

  function answer(body: unknown) {
    server.use(
      http.get(URL, () => HttpResponse.json(body as Record<string, unknown>)),
    );
  }

  function written(call = 0): Entity[] {
    return deferred(call).map(({ entity }) => entity);
  }

  function deferred(call = 0): DeferredEntity[] {
    const mutation: EntityProviderMutation = applyMutation.mock.calls[call][0];
    return mutation.type === 'full' ? mutation.entities : mutation.added;
  }

  it('runs as one global task with a stable name', async () => {
    const provider = await connect();
    expect(provider.getProviderName()).toBe(
      'KnativeEventMeshEntityProvider:dev',
    );
    expect(task?.id).toBe('KnativeEventMeshEntityProvider:dev:refresh');
    expect(schedule).toEqual({
      frequency: { minutes: 1 },
      timeout: { seconds: 50 },
      scope: 'global',
    });
  });

  it('writes the whole mesh, and one line', async () => {
    await connect();
    answer(eventMesh());
    await poll();

    expect(applyMutation).toHaveBeenCalledTimes(1);
    // What the catalog does not show yet cannot be judged.
    expect(applyMutation.mock.calls[0][0]).toMatchObject({
      type: 'delta',
      removed: [],
    });
    expect(
      deferred().map(({ entity, locationKey }) => [
        stringifyEntityRef(entity),
        locationKey,
      ]),
    ).toEqual([
      [
        'system:default/knative-event-mesh-dev',
        'KnativeEventMeshEntityProvider:dev',
      ],
      ['api:payments/payment-received', 'KnativeEventMeshEntityProvider:dev'],
      [
        'component:payments/default-broker',
        'KnativeEventMeshEntityProvider:dev',
      ],
    ]);
    expect(written()[0].spec?.eventMesh).toMatchObject({
      serviceVersion: '0.1.0',
      pollIntervalSeconds: 60,
      linkCoverage: { linked: 1, total: 1 },
    });
    expect(written()[1].spec?.eventMesh).toMatchObject({
      relatedConsumers: ['component:risk/fraud-detector'],
    });
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.info.mock.calls[0][0]).toMatch(
      /^Read 1 Broker, 0 EventPolicy, 1 EventType, 0 Subscription, 1 Trigger; 1 of 1 subscribers linked; service \d+ ms, catalog \d+ ms, commit \d+ ms$/,
    );
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('writes the same again as long as nothing changes', async () => {
    await connect();
    answer(eventMesh());
    await poll();

    await connect(
      {},
      catalogServiceMock({ entities: [component, ...written()] }),
    );
    await poll();
    expect(applyMutation.mock.calls[1][0].type).toBe('full');
    expect(written(1)).toEqual(written());
  });

  describe('with the answer of the poll before', () => {
    let catalog: ReturnType<typeof catalogServiceMock>;

    /** A provider that has polled once, and whose catalog shows that. */
    async function connectAndPoll() {
      catalog = catalogServiceMock({ entities: [component] });
      await connect(
        {},
        new Proxy(catalog, {
          get: (_, name: keyof typeof catalog) => catalog[name].bind(catalog),
        }),
      );
      answer(eventMesh());
      await poll();
      show();
      logger.info.mockClear();
    }

    /** Has the catalog show what the last poll has written. */
    function show(
      change: (environment: Entity) => void = () => {},
      others: Entity[] = [component],
    ) {
      const [environment, ...rest] = written(
        applyMutation.mock.calls.length - 1,
      );
      const copy = JSON.parse(JSON.stringify(environment));
      change(copy);
      catalog = catalogServiceMock({ entities: [copy, ...rest, ...others] });
    }

    it('writes nothing, and says so', async () => {
      await connectAndPoll();
      await poll();
      await poll();

      expect(applyMutation).toHaveBeenCalledTimes(1);
      expect(logger.info).toHaveBeenCalledTimes(2);
      expect(logger.info.mock.calls[0][0]).toMatch(
        /^Read 1 Broker, .* subscribers linked; nothing has changed; service \d+ ms, catalog \d+ ms, commit 0 ms$/,
      );
    });

    it('need not be sent the answer again', async () => {
      const asked: (string | null)[] = [];
      await connectAndPoll();
      server.use(
        http.get(URL, ({ request }) => {
          const known = request.headers.get('if-none-match');
          asked.push(known);
          return known === '"1"'
            ? new HttpResponse(null, { status: 304 })
            : HttpResponse.json(eventMesh({ brokers: [] }), {
                headers: { etag: '"1"' },
              });
        }),
      );
      await poll();
      show();
      await poll();
      expect(applyMutation).toHaveBeenCalledTimes(2);
      expect(asked).toEqual([null, '"1"']);

      // Without the Component, all of the answer is needed.
      show(() => {}, []);
      await poll();
      expect(applyMutation).toHaveBeenCalledTimes(3);
      expect(asked).toEqual([null, '"1"', '"1"', null]);
    });

    it.each<[string, () => void]>([
      ['the mesh is another one', () => answer(eventMesh({ brokers: [] }))],
      ['a Component is registered or removed', () => show(() => {}, [])],
      [
        'the catalog has lost the environment',
        () => {
          catalog = catalogServiceMock({ entities: [component] });
        },
      ],
      [
        'another backend has written something else',
        () =>
          show(({ metadata }) => {
            metadata.annotations!['knative-event-mesh/contents'] = 'other';
          }),
      ],
      [
        'somebody else says that it is so',
        () =>
          show(({ metadata }) => {
            metadata.annotations!['backstage.io/managed-by-origin-location'] =
              'url:http://evil.example.com';
          }),
      ],
      [
        'ten minutes have passed',
        () =>
          show(({ spec }) => {
            (spec!.eventMesh as JsonObject).lastGoodPoll = new Date(
              Date.now() - 600_000,
            ).toISOString();
          }),
      ],
    ])('writes everything when %s', async (_, prepare) => {
      await connectAndPoll();
      prepare();
      await poll();

      expect(applyMutation).toHaveBeenCalledTimes(2);
      expect(written(1).map(({ kind }) => kind)).toEqual(
        expect.arrayContaining(['System', 'API']),
      );
    });

    it('writes everything after a poll that the catalog did not take', async () => {
      await connectAndPoll();
      answer(eventMesh({ brokers: [] }));
      applyMutation.mockRejectedValueOnce(new Error('no database'));
      await expect(poll()).rejects.toThrow('no database');
      await poll();

      expect(applyMutation).toHaveBeenCalledTimes(3);
    });

    it('writes everything in the first poll of a process', async () => {
      await connectAndPoll();
      await connect({}, catalog);
      await poll();

      expect(applyMutation).toHaveBeenCalledTimes(2);
      expect(written(1)).toEqual(written());
    });
  });

  it.each([
    ['cron', { cron: '* * * * *' }, undefined],
    ['manual', { trigger: 'manual' }, undefined],
    ['an ISO duration', 'PT2M', 120],
  ])(
    'tells the interval of a schedule as %s',
    async (_, frequency, expected) => {
      await connect({ schedule: { frequency, timeout: 'PT1M' } });
      answer(eventMesh());
      await poll();
      const details = written()[0].spec?.eventMesh as JsonObject;
      expect(details.pollIntervalSeconds).toBe(expected);
    },
  );

  it.each<[string, () => void, string]>([
    [
      'the service answers an error',
      () =>
        server.use(
          http.get(URL, () =>
            HttpResponse.json({ error: 'no API server' }, { status: 503 }),
          ),
        ),
      'no API server',
    ],
    [
      'the service cannot be reached',
      () => server.use(http.get(URL, () => HttpResponse.error())),
      'cannot be reached',
    ],
    [
      'the answer is no event mesh',
      () => answer({ brokers: [] }),
      'is not an event mesh',
    ],
  ])('writes nothing and fails when %s', async (_, prepare, message) => {
    await connect();
    prepare();
    await expect(poll()).rejects.toThrow(message);
    expect(applyMutation).not.toHaveBeenCalled();
    // The scheduler writes the one line about a failed poll.
    expect(logger.error).not.toHaveBeenCalled();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('writes nothing and fails when the catalog cannot be asked', async () => {
    await connect(
      {},
      catalogServiceMock.mock({
        getEntitiesByRefs: async () => ({ items: [undefined] }),
        // eslint-disable-next-line require-yield -- it fails before its first page
        async *streamEntities() {
          throw new Error('catalog is down');
        },
      }),
    );
    answer(eventMesh());
    await expect(poll()).rejects.toThrow('catalog is down');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('fails when the catalog does not take the entities', async () => {
    await connect();
    answer(eventMesh());
    applyMutation.mockRejectedValueOnce(new Error('no database'));
    await expect(poll()).rejects.toThrow('no database');
    expect(logger.info).not.toHaveBeenCalled();
  });

  it('stops with the signal while it waits for the service', async () => {
    await connect();
    server.use(http.get(URL, () => delay('infinite')));
    const controller = new AbortController();
    const polled = poll(controller.signal);
    setTimeout(() => controller.abort(), 20);
    await expect(polled).rejects.toThrow('stopped');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('writes nothing when the signal comes while it asks the catalog', async () => {
    const controller = new AbortController();
    const catalog = catalogServiceMock({ entities: [component] });
    const getEntitiesByRefs = catalog.getEntitiesByRefs.bind(catalog);
    catalog.getEntitiesByRefs = async (...given) => {
      controller.abort();
      return getEntitiesByRefs(...given);
    };
    await connect({}, catalog);
    answer(eventMesh());
    await expect(poll(controller.signal)).rejects.toThrow('stopped');
    expect(applyMutation).not.toHaveBeenCalled();
  });

  it('warns once of what is left out, and again when it comes back', async () => {
    await connect();
    const broken = eventMesh({
      brokers: [
        broker(),
        { namespace: 'payments' } as ReturnType<typeof broker>,
      ],
    });
    answer(broken);
    await poll();
    await poll();
    expect(logger.warn.mock.calls).toEqual([
      ['Left out: brokers[1] has no name'],
    ]);
    answer(eventMesh());
    await poll();
    answer(broken);
    await poll();
    expect(logger.warn).toHaveBeenCalledTimes(2);
  });

  describe('with something left out of the answer', () => {
    const forbidden = [
      {
        group: '',
        kind: 'Service',
        reason: 'forbidden' as const,
        message: 'Allow to list services.',
      },
    ];
    const unread = eventMesh({
      triggers: [trigger({ subscriber: { reference, found: 'unknown' } })],
      omitted: forbidden,
    });

    async function connectWithEntities(settings?: JsonObject) {
      await connect();
      answer(eventMesh());
      await poll();
      const entities = [component, ...written()];
      applyMutation.mockClear();
      await connect(settings, catalogServiceMock({ entities }));
    }

    it('takes a first answer, and shows what was not read', async () => {
      await connect();
      answer(unread);
      await poll();
      expect(written()[0].spec?.eventMesh).toMatchObject({
        omitted: forbidden,
        linkCoverage: { linked: 0, total: 1 },
      });
      expect(written()[1].spec?.eventMesh).toMatchObject({
        consumers: [{ link: { state: 'notRead' } }],
      });
    });

    it('goes on when nothing of it is lost', async () => {
      await connectWithEntities();
      answer(eventMesh({ omitted: forbidden }));
      await poll();
      expect(applyMutation).toHaveBeenCalledTimes(1);
    });

    it('does not hold what the service does not read at all', async () => {
      await connectWithEntities();
      answer(
        eventMesh({
          brokers: [],
          omitted: [{ kind: 'Broker', reason: 'unsupported', message: 'x' }],
        }),
      );
      await poll();
      expect(applyMutation).toHaveBeenCalledTimes(1);
    });

    const { brokers, subscribables, sources } = eventMesh();
    const upstream = {
      eventTypes: [
        eventType({ consumers: undefined, consumedBy: ['fraud-detector'] }),
      ],
      brokers,
      subscribables,
      sources,
    };

    it('takes the consumers that such a service names, on request', async () => {
      await connectWithEntities({ trustConsumedBy: true });
      answer(upstream);
      await poll();
      expect(written()[1].spec?.eventMesh).toMatchObject({
        relatedConsumers: ['component:risk/fraud-detector'],
      });
      expect(written()[1].spec?.eventMesh).not.toHaveProperty('consumers');
      expect(written()[0].spec?.eventMesh).toMatchObject({
        omitted: expect.arrayContaining([
          expect.objectContaining({ kind: 'Trigger', reason: 'unsupported' }),
        ]),
      });
    });
  });
});
