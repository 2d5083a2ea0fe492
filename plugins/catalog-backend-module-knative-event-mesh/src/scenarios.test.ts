import {
  mockServices,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import type { SchedulerServiceTaskFunction } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import {
  readBrokerDetails,
  readEnvironmentDetails,
  readEventTypeDetails,
  type EventMesh,
  type Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { testCatalog, type TestCatalog } from './__testUtils__/testCatalog';
import { readProviderConfigs } from './config';
import { KnativeEventMeshEntityProvider } from './KnativeEventMeshEntityProvider';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  sink,
  source,
  trigger,
  via,
} from './testUtils';

const environmentRef = 'system:default/knative-event-mesh-dev';
const api = 'api:payments/payment-received';
const component: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'fraud-detector',
    namespace: 'risk',
    annotations: { 'backstage.io/kubernetes-id': 'fraud-detector' },
  },
};
const consumer = 'component:risk/fraud-detector';

function forbidden(omission: Partial<Omission>): Omission {
  return { reason: 'forbidden', message: 'Allow it.', ...omission };
}

function many<T>(count: number, make: (name: string) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(`n${index}`));
}

/**
 * Polls over time. Each is made by a new instance of the provider, as another
 * replica or a restarted backend would: nothing is known but what is in the
 * catalog.
 */
describe('several polls', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  const logger = mockServices.logger.mock();
  let store: TestCatalog;
  let minute: number;
  let settings: JsonObject;

  beforeEach(() => {
    jest.clearAllMocks();
    logger.child.mockReturnValue(logger);
    store = testCatalog([component]);
    minute = 0;
    settings = {};
  });

  async function run(signal = new AbortController().signal) {
    const [config] = readProviderConfigs(
      new ConfigReader({
        catalog: {
          providers: {
            knativeEventMesh: {
              dev: { baseUrl: 'http://mesh', token: 'abc', ...settings },
            },
          },
        },
      }),
    );
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
      now: () => new Date(Date.UTC(2026, 0, 1, 12, minute)),
    });
    await provider.connect(store.connection);
    await task!(signal);
  }

  /** Polls once a minute, as often as is said; the service always answers so. */
  async function poll(answer: Partial<EventMesh> | 'down', times = 1) {
    server.use(
      http.get('http://mesh/v1/getEventMesh', () =>
        answer === 'down'
          ? HttpResponse.json({ error: 'no' }, { status: 503 })
          : HttpResponse.json(JSON.parse(JSON.stringify(answer))),
      ),
    );
    for (let count = 0; count < times; count++) {
      minute += 1;
      if (answer === 'down') {
        await expect(run()).rejects.toThrow('503');
      } else {
        await run();
      }
    }
  }

  function details() {
    return readEnvironmentDetails(store.entity(environmentRef)!)!;
  }

  function doubts() {
    return details().doubts.map(
      ({ reason, kind = '', entities }) => `${reason} ${kind} ${entities}`,
    );
  }

  function warnings() {
    return logger.warn.mock.calls.map(([line]) => line);
  }

  function endings() {
    return logger.info.mock.calls
      .map(([line]) => line)
      .filter(line => !line.startsWith('Read '));
  }

  it('is one full mutation as long as all is calm', async () => {
    await poll(eventMesh());
    await poll(eventMesh({ subscribables: [channel()] }));
    await poll(eventMesh());
    expect(store.mutations.map(({ type }) => type).slice(1)).toEqual([
      'full',
      'full',
    ]);
    expect(store.refs()).toEqual([
      api,
      'component:payments/default-broker',
      environmentRef,
    ]);
    expect(doubts()).toEqual([]);
    expect(warnings()).toEqual([]);
  });

  it('keeps a kind whose right is revoked, updates the rest, and goes on when it is restored', async () => {
    const channels = many(3, name => channel({ name }));
    await poll(eventMesh({ subscribables: channels }));
    const revoked = {
      subscribables: [],
      omitted: [forbidden({ kind: 'Channel' })],
    };
    await poll(eventMesh(revoked), 90);
    expect(doubts()).toEqual(['omitted Channel 3']);
    expect(store.refs()).toHaveLength(6);
    expect(warnings()).toEqual([
      'Keeping 3 entities as last read, because the answer leaves out Channel (forbidden: Allow it.)',
    ]);

    // What is new comes, and what is gone goes, all the same.
    await poll(eventMesh({ ...revoked, brokers: [broker({ name: 'new' })] }));
    expect(store.refs()).toContain('component:payments/new-broker');
    expect(store.refs()).not.toContain('component:payments/default-broker');
    expect(store.mutations.at(-1)?.type).toBe('delta');

    await poll(eventMesh({ subscribables: channels.slice(1) }));
    expect(doubts()).toEqual([]);
    expect(store.refs().filter(ref => ref.endsWith('-channel'))).toHaveLength(
      2,
    );
    expect(store.mutations.at(-1)?.type).toBe('full');
    expect(endings()).toEqual([
      expect.stringContaining('does not leave out any more'),
    ]);
    expect(warnings()).toHaveLength(1);
  });

  it('takes back a broker together with its event types, which are few', async () => {
    const others = { eventTypes: [], brokers: [broker({ name: 'other' })] };
    const { eventTypes, brokers } = eventMesh();
    await poll(
      eventMesh({ eventTypes, brokers: [...brokers, ...others.brokers] }),
    );
    await poll(eventMesh({ ...others, triggers: [] }));
    expect(store.refs()).toEqual([
      'component:payments/other-broker',
      environmentRef,
    ]);
    expect(doubts()).toEqual([]);
  });

  it('takes back a broker at once, and its many event types when they stay away', async () => {
    const generated = many(20, name => eventType({ name }));
    const other = broker({ name: 'other' });
    await poll(
      eventMesh({
        eventTypes: [...generated, eventType({ name: 'of-other' })],
        brokers: [broker(), other],
        triggers: [],
      }),
    );
    const gone = eventMesh({
      eventTypes: [eventType({ name: 'of-other' })],
      brokers: [other],
      triggers: [],
    });
    await poll(gone);
    expect(doubts()).toEqual(['removals EventType 20']);
    expect(store.refs()).not.toContain('component:payments/default-broker');
    expect(warnings()).toEqual([
      expect.stringContaining('Keeping 20 entities of EventType'),
    ]);

    // Single objects come and go, and the clock goes on.
    await poll({ ...gone, eventTypes: [...gone.eventTypes, generated[0]] }, 15);
    expect(doubts()).toEqual(['removals EventType 19']);
    await poll(gone, 14);
    expect(doubts()).toEqual(['removals EventType 20']);
    await poll(gone);
    expect(doubts()).toEqual([]);
    expect(store.refs()).toEqual([
      'api:payments/of-other',
      'component:payments/other-broker',
      environmentRef,
    ]);
    expect(warnings()).toHaveLength(1);
    expect(endings()).toEqual([
      expect.stringContaining(
        'removals of EventType are not in doubt any more',
      ),
    ]);
  });

  it('takes back 2 of 3 objects at once', async () => {
    const { brokers } = eventMesh();
    const mesh = { eventTypes: [], triggers: [] };
    await poll(
      eventMesh({
        ...mesh,
        brokers: [...brokers, ...many(2, name => broker({ name }))],
      }),
    );
    await poll(eventMesh({ ...mesh, brokers }));
    expect(store.refs()).toEqual([
      'component:payments/default-broker',
      environmentRef,
    ]);
  });

  it('keeps everything of a cluster that is empty, for half an hour', async () => {
    await poll(eventMesh());
    const empty = eventMesh({ eventTypes: [], brokers: [], triggers: [] });
    await poll(empty, 30);
    expect(doubts()).toEqual(['removals Broker 1', 'removals EventType 1']);
    expect(store.refs()).toHaveLength(3);
    expect(details().counts).toContainEqual({ kind: 'Broker', count: 0 });

    await poll(empty);
    expect(store.refs()).toEqual([environmentRef]);
    expect(doubts()).toEqual([]);
    expect(warnings()).toHaveLength(2);
  });

  it('forgets the doubt when an empty cluster is filled again', async () => {
    await poll(eventMesh());
    const empty = eventMesh({ eventTypes: [], brokers: [], triggers: [] });
    await poll(empty, 20);
    await poll(eventMesh());
    expect(doubts()).toEqual([]);
    await poll(empty, 20);
    expect(store.refs()).toHaveLength(3);
  });

  it('starts the half hour anew when the service was down for a day', async () => {
    await poll(eventMesh());
    const empty = eventMesh({ eventTypes: [], brokers: [], triggers: [] });
    await poll(empty, 5);
    await poll('down', 3);
    expect(store.refs()).toHaveLength(3);
    minute += 24 * 60;
    await poll(empty, 30);
    expect(store.refs()).toHaveLength(3);
    await poll(empty);
    expect(store.refs()).toEqual([environmentRef]);
    // It is the same doubt all the time.
    expect(warnings()).toHaveLength(2);
  });

  it('loses nothing when the service was down for a day', async () => {
    await poll(eventMesh());
    minute += 24 * 60;
    await poll('down', 3);
    await poll(eventMesh());
    expect(store.refs()).toHaveLength(3);
    expect(doubts()).toEqual([]);
    expect(store.mutations.at(-1)?.type).toBe('full');
  });

  it('removes nothing of a first load that the catalog does not show yet', async () => {
    const empty = eventMesh({ eventTypes: [], brokers: [], triggers: [] });
    store.lag();
    await poll(eventMesh());
    await poll(empty, 31);
    expect(store.refs()).toHaveLength(3);

    store.catchUp();
    await poll(empty);
    expect(store.refs()).toHaveLength(3);
    expect(doubts()).toEqual(['removals Broker 1', 'removals EventType 1']);
  });

  it('takes back at once what a narrowed configuration does not ask for', async () => {
    const elsewhere = many(20, name => broker({ name, namespace: 'orders' }));
    const { brokers } = eventMesh();
    await poll(eventMesh({ brokers: [...brokers, ...elsewhere] }));
    settings = { namespaces: ['payments'] };
    await poll(eventMesh({ subscribables: [] }));
    expect(store.refs()).toEqual([
      api,
      'component:payments/default-broker',
      environmentRef,
    ]);
    expect(doubts()).toEqual([]);

    settings = { namespaces: ['nothing-there'] };
    await poll(eventMesh({ eventTypes: [], brokers: [], triggers: [] }));
    expect(store.refs()).toEqual([environmentRef]);
  });

  it('takes back at once what is omitted and not asked for any more', async () => {
    const channels = many(12, name => channel({ name }));
    await poll(eventMesh({ subscribables: channels }));
    const revoked = eventMesh({ omitted: [forbidden({ kind: 'Channel' })] });
    await poll(revoked);
    expect(doubts()).toEqual(['omitted Channel 12']);
    settings = { emit: { channels: false } };
    await poll(revoked);
    expect(store.refs()).toHaveLength(3);
    expect(doubts()).toEqual([]);
  });

  it('removes only refs that changed with a template, however many', async () => {
    const brokers = many(20, name => broker({ name }));
    await poll(eventMesh({ brokers }));
    settings = { entityNamespace: 'prod-{namespace}' };
    await poll(eventMesh({ brokers }));
    expect(doubts()).toEqual([]);
    expect(store.refs().every(ref => !ref.includes(':payments/'))).toBe(true);
    expect(store.refs()).toHaveLength(22);
  });

  describe('with something left out that links come from', () => {
    const mesh = eventMesh({
      sinks: [sink()],
      sources: [source()],
      eventTypes: [
        eventType({
          consumers: [via()],
          consumedBy: ['fraud-detector'],
          producers: [
            {
              via: {
                group: 'sources.knative.dev',
                kind: 'PingSource',
                namespace: 'payments',
                name: 'clock',
              },
              match: 'yes',
              evidence: 'ownerReference',
            },
          ],
        }),
      ],
    });

    function links() {
      const eventTypeDetails = readEventTypeDetails(store.entity(api)!)!;
      return {
        consumers: eventTypeDetails.consumers?.map(({ link }) => link),
        relatedConsumers: eventTypeDetails.relatedConsumers,
        relatedProducers: eventTypeDetails.relatedProducers,
      };
    }

    const confirmed = {
      consumers: [{ state: 'linked', components: [consumer] }],
      relatedConsumers: [consumer],
      relatedProducers: ['component:payments/clock-pingsource'],
    };
    const unconfirmed = {
      ...confirmed,
      consumers: [
        { state: 'linked', components: [consumer], unconfirmed: true },
      ],
    };

    it('keeps links to subscribers that are not readable any more', async () => {
      await poll(mesh);
      expect(links()).toEqual(confirmed);
      const { reference } = trigger().subscriber!;
      await poll(
        {
          ...mesh,
          triggers: [trigger({ subscriber: { reference, found: 'unknown' } })],
          omitted: [forbidden({ group: '', kind: 'Service' })],
        },
        3,
      );
      expect(links()).toEqual(unconfirmed);
      expect(doubts()).toEqual(['omitted Service 0']);
      expect(warnings()).toHaveLength(1);

      await poll(mesh);
      expect(links()).toEqual(confirmed);
      expect(doubts()).toEqual([]);
    });

    it('keeps links through triggers that are not readable any more', async () => {
      await poll(mesh);
      await poll(
        {
          ...mesh,
          eventTypes: [{ ...mesh.eventTypes[0], consumers: [] }],
          triggers: [],
          omitted: [forbidden({ kind: 'Trigger' })],
        },
        3,
      );
      expect(links()).toEqual(unconfirmed);
      const place = store.entity('component:payments/default-broker')!;
      expect(readBrokerDetails(place)?.triggers).toMatchObject([
        { via: { name: 'fraud' }, link: { unconfirmed: true } },
      ]);

      await poll({
        ...mesh,
        eventTypes: [{ ...mesh.eventTypes[0], consumers: [] }],
        triggers: [],
      });
      expect(links()).toMatchObject({ consumers: [], relatedConsumers: [] });
    });

    it('keeps what sends to a broker that is not readable any more', async () => {
      await poll(mesh);
      await poll(
        { ...mesh, brokers: [], omitted: [forbidden({ kind: 'Broker' })] },
        3,
      );
      const ref = 'component:payments/default-broker';
      expect(store.entity(ref)?.spec?.providesApis).toEqual([api]);
      expect(
        store.entity('component:payments/clock-pingsource')?.spec?.dependsOn,
      ).toEqual([ref]);
      expect(readEventTypeDetails(store.entity(api)!)?.provider).toMatchObject({
        entityRef: ref,
        unconfirmed: true,
      });
    });

    it('keeps which event types a broker provides that are not readable any more', async () => {
      await poll(mesh);
      await poll(
        {
          ...mesh,
          eventTypes: [],
          omitted: [forbidden({ kind: 'EventType' })],
        },
        3,
      );
      expect(
        store.entity('component:payments/default-broker')?.spec?.providesApis,
      ).toEqual([api]);
    });

    it("loses nothing when upstream's service answers in between", async () => {
      await poll(mesh);
      const upstream = {
        eventTypes: [
          {
            ...eventType(),
            consumers: undefined,
            consumedBy: ['fraud-detector'],
          },
        ],
        brokers: mesh.brokers,
        subscribables: null as unknown as undefined,
        sources: [
          {
            ...source(),
            destination: undefined,
            emissions: undefined,
            mayEmitOthers: undefined,
          },
        ],
      };
      const before = store.refs();
      await poll(upstream, 90);
      expect(store.refs()).toEqual(before);
      expect(links()).toEqual(unconfirmed);
      expect(
        store.entity('component:payments/clock-pingsource')?.spec?.dependsOn,
      ).toEqual(['component:payments/default-broker']);
      expect(doubts()).toEqual(
        expect.arrayContaining(['omitted  1', 'omitted Trigger 0']),
      );

      await poll(mesh);
      expect(links()).toEqual(confirmed);
      expect(store.refs()).toEqual(before);
      expect(doubts()).toEqual([]);
    });
  });

  describe('with more than 1,000 new entities', () => {
    const brokers = many(1_200, name => broker({ name }));
    const mesh = eventMesh({ eventTypes: [], triggers: [], brokers });
    const sizes = () =>
      store.mutations.map(mutation =>
        mutation.type === 'full'
          ? `full ${mutation.entities.length}`
          : `delta ${mutation.added.length}`,
      );

    it('writes them in steps, and then only what changes', async () => {
      await poll(mesh);
      expect(sizes()).toEqual([
        'delta 500',
        'delta 500',
        'delta 200',
        'delta 1201',
      ]);
      await poll({
        ...mesh,
        brokers: [...brokers.slice(1), broker({ name: 'new' })],
      });
      expect(sizes().slice(4)).toEqual(['full 1201']);
      await poll({
        ...mesh,
        brokers: brokers.map(item => ({ ...item, brokerClass: 'Kafka' })),
      });
      expect(sizes().slice(5)).toEqual([
        'delta 500',
        'delta 500',
        'delta 200',
        'full 1201',
      ]);
    });

    it('converges, though each poll is stopped before its end', async () => {
      server.use(
        http.get('http://mesh/v1/getEventMesh', () =>
          HttpResponse.json(JSON.parse(JSON.stringify(mesh))),
        ),
      );
      const { applyMutation } = store.connection;
      const errors: string[] = [];
      let polls = 0;
      while (!store.entity(environmentRef) && polls < 5) {
        const controller = new AbortController();
        let steps = 0;
        store.connection.applyMutation = async mutation => {
          steps += 1;
          await applyMutation(mutation);
          if (steps === 1) {
            controller.abort();
          }
        };
        polls += 1;
        minute += 1;
        await run(controller.signal).catch(error => {
          errors.push(error.name);
        });
      }
      expect(errors).toEqual(['AbortError']);
      expect(polls).toBe(2);
      expect(store.refs()).toHaveLength(1_201);
    });
  });
});
