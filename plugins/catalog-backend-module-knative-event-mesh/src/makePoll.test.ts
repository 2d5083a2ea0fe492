import { mockServices } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  readEventTypeDetails,
  type Destination,
  type EventMesh,
  type Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { testCatalog, type TestCatalog } from './__testUtils__/testCatalog';
import type { ProviderConfig } from './config';
import { makePoll } from './makePoll';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  meshReference,
  sink,
  source,
  subscription,
  trigger,
  via,
} from './testUtils';
import { writeEntities } from './writeEntities';

const config: ProviderConfig = {
  environment: 'dev',
  configKey: 'catalog.providers.knativeEventMesh.dev',
  baseUrl: 'http://mesh',
  token: 'abc',
  schedule: { frequency: { minutes: 1 }, timeout: { seconds: 50 } },
  owner: 'group:default/unknown',
  lifecycle: 'dev',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: [], annotations: [] },
};
const components = ['checker', 'fraud-detector'].map(
  (name): Entity => ({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'risk',
      annotations: { 'backstage.io/kubernetes-id': name },
    },
  }),
);

/** A Service, as it is known when Services may be read, and when not. */
function service(name: string, isRead: boolean): Destination {
  const reference = meshReference('', 'Service', name);
  return isRead
    ? { reference, kubernetesId: name, found: 'yes' }
    : { reference, found: 'unknown' };
}

const consumers = [
  via('fraud'),
  via('check', {
    via: { kind: 'Subscription', namespace: 'payments', name: 'check' },
  }),
  {
    via: meshReference('sinks.knative.dev', 'JobSink', 'archive'),
    match: 'yes' as const,
    reasons: [],
  },
  {
    via: meshReference('flows.knative.dev', 'Sequence', 'screening'),
    match: 'yes' as const,
    reasons: [],
  },
];
const producers = [
  {
    via: meshReference('sources.knative.dev', 'PingSource', 'clock'),
    match: 'yes' as const,
    evidence: 'ownerReference' as const,
  },
  {
    via: { kind: 'Trigger', namespace: 'payments', name: 'fraud' },
    match: 'yes' as const,
    evidence: 'reply' as const,
  },
];

/** Leads to a Service wherever something may be sent to it. */
function whole(isRead = true): EventMesh {
  const subscriber = service('fraud-detector', isRead);
  const checker = service('checker', isRead);
  const delivery = {
    deadLetterSink: subscriber,
    deadLetterSinkFrom: 'own' as const,
    settings: [],
  };
  return eventMesh({
    eventTypes: [eventType({ consumers, producers })],
    brokers: [broker({ delivery })],
    triggers: [trigger({ subscriber })],
    subscribables: [channel({ delivery })],
    subscriptions: [subscription({ subscriber: checker })],
    sources: [source({ workloads: [checker] })],
    sinks: [sink()],
    flows: [flow({ steps: [{ subscriber, delivery }], reply: subscriber })],
  });
}

/** The mesh without all that comes through something of a kind. */
function without(kind: string): EventMesh {
  const mesh = whole(kind !== 'Service');
  const others = <T extends { kind: string }>(items: T[] = []) =>
    items.filter(item => item.kind !== kind);
  const only = <T>(items: T[] | undefined, own: string) =>
    kind === own ? [] : items;
  return {
    ...mesh,
    eventTypes:
      kind === 'EventType'
        ? []
        : [
            eventType({
              consumers: consumers.filter(item => item.via.kind !== kind),
              producers: producers.filter(item => item.via.kind !== kind),
            }),
          ],
    brokers: kind === 'Broker' ? [] : mesh.brokers,
    triggers: only(mesh.triggers, 'Trigger'),
    subscriptions: only(mesh.subscriptions, 'Subscription'),
    subscribables: others(mesh.subscribables),
    sources: others(mesh.sources),
    sinks: others(mesh.sinks),
    flows: others(mesh.flows),
  };
}

describe('makePoll', () => {
  let store: TestCatalog;

  async function poll(mesh: EventMesh, omitted: Omission[] = []) {
    const { signal } = new AbortController();
    const { doubts, ...result } = await makePoll(
      { mesh: { ...mesh, omitted }, absent: [], skipped: [] },
      {
        config,
        services: { catalog: store.catalog, auth: mockServices.auth() },
        now: new Date(),
        signal,
      },
    );
    const environment: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name: 'environment' },
    };
    await writeEntities(
      store.connection,
      { ...result, environment },
      { locationKey: 'dev', signal },
    );
    return doubts;
  }

  /** Everything that the catalog makes relations from, as `from field to`. */
  function relations(): string[] {
    return store
      .refs()
      .map(ref => store.entity(ref)!)
      .flatMap(entity => {
        const { providesApis = [], dependsOn = [] } = (entity.spec ??
          {}) as Record<string, string[]>;
        const details = readEventTypeDetails(entity);
        return Object.entries({
          providesApis,
          dependsOn,
          relatedConsumers: details?.relatedConsumers ?? [],
          relatedProducers: details?.relatedProducers ?? [],
        }).flatMap(([field, refs]) =>
          refs.map(to => `${stringifyEntityRef(entity)} ${field} ${to}`),
        );
      });
  }

  beforeEach(() => {
    store = testCatalog(components);
  });

  it('relates everything that is read', async () => {
    await poll(whole());
    expect(relations()).toEqual([
      'api:payments/payment-received relatedConsumers component:payments/archive-jobsink',
      'api:payments/payment-received relatedConsumers component:payments/screening-sequence',
      'api:payments/payment-received relatedConsumers component:risk/checker',
      'api:payments/payment-received relatedConsumers component:risk/fraud-detector',
      'api:payments/payment-received relatedProducers component:payments/clock-pingsource',
      'api:payments/payment-received relatedProducers component:risk/checker',
      'api:payments/payment-received relatedProducers component:risk/fraud-detector',
      'component:payments/clock-pingsource providesApis api:payments/payment-received',
      'component:payments/clock-pingsource dependsOn component:payments/default-broker',
      'component:payments/default-broker providesApis api:payments/payment-received',
      'component:payments/default-broker dependsOn component:risk/fraud-detector',
      'component:payments/orders-channel dependsOn component:risk/fraud-detector',
      'component:payments/screening-sequence dependsOn component:risk/fraud-detector',
    ]);
  });

  it.each([
    // a kind, and how many relations come from objects of it
    ['Broker', 3],
    ['Channel', 1],
    ['EventType', 9],
    ['JobSink', 1],
    ['PingSource', 4],
    ['Sequence', 2],
    ['Service', 7],
    ['Subscription', 1],
    ['Trigger', 2],
  ])(
    'loses no relation when %s may not be read, and takes %i back when they are gone',
    async (kind, lost) => {
      await poll(whole());
      const before = relations();
      const refs = store.refs();
      const omitted = [
        { kind, reason: 'forbidden' as const, message: 'Allow it.' },
      ];
      for (let count = 0; count < 3; count++) {
        expect(await poll(without(kind), omitted)).toMatchObject([
          { reason: 'omitted', kind },
        ]);
        expect(relations()).toEqual(before);
        expect(store.refs()).toEqual(refs);
        const kept = readEventTypeDetails(
          store.entity('api:payments/payment-received')!,
        );
        expect(kept?.consumerCounts).toEqual({ yes: 4, maybe: 0 });
        expect(kept?.consumers).toHaveLength(4);
      }
      expect(await poll(without(kind))).toEqual([]);
      const kept = relations();
      expect(before).toEqual(expect.arrayContaining(kept));
      expect(before.length - kept.length).toBe(lost);

      await poll(whole());
      expect(relations()).toEqual(before);
    },
  );
});
