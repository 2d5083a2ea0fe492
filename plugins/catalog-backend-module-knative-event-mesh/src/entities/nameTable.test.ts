import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import { expectAccepted } from '../__testUtils__/expectAccepted';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  sink,
  source,
} from '../testUtils';
import { toEntities } from '.';

const options = {
  environment: 'dev',
  lifecycle: 'production',
  owner: 'group:default/platform',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: [], annotations: [] },
};

function entitiesOf(mesh: Partial<EventMesh>, settings: object = {}) {
  const empty = { eventTypes: [], brokers: [], triggers: [] };
  return toEntities(
    eventMesh({ ...empty, ...mesh }),
    { byId: new Map(), selecting: [] },
    { ...options, ...settings },
  ).entities;
}

const at = (name: string, namespace = 'payments') => ({ name, namespace });
const all = at('all');
const hash = '[0-9a-f]{8}';
const a63 = 'a'.repeat(63);

describe('the names of a mesh', () => {
  it.each<[string, Partial<EventMesh>, string[]]>([
    [
      '63 characters and more',
      {
        eventTypes: [a63, `${a63}a`, `${a63}b`].map(name =>
          eventType(at(name)),
        ),
      },
      [
        `api:payments/${a63}`,
        `api:payments/a{54}-${hash}`,
        `api:payments/a{54}-${hash}`,
      ],
    ],
    [
      'a kind that makes it too long',
      { brokers: [broker(at(a63))] },
      [`component:payments/a{54}-${hash}`],
    ],
    [
      'names that differ in case',
      { eventTypes: ['paid', 'Paid', 'PAID'].map(name => eventType(at(name))) },
      [
        'api:payments/paid',
        `api:payments/paid-${hash}`,
        `api:payments/paid-${hash}`,
      ],
    ],
    [
      'unicode, also in two normal forms',
      {
        eventTypes: ['支払い', 'zahlung-ä', 'zahlung-a\u0308'].map(name =>
          eventType(at(name)),
        ),
      },
      [
        `api:payments/${hash}`,
        `api:payments/zahlung-${hash}`,
        `api:payments/zahlung-a-${hash}`,
      ],
    ],
    [
      'one name in all kinds',
      {
        eventTypes: [eventType(all)],
        brokers: [broker(all)],
        subscribables: [channel({ ...all, kind: 'Channel' })],
        sources: [source({ ...all, kind: 'PingSource' })],
        sinks: [sink({ ...all, kind: 'JobSink' })],
        flows: [flow({ ...all, kind: 'Sequence' })],
      },
      [
        'api:payments/all',
        'component:payments/all-broker',
        'component:payments/all-channel',
        'component:payments/all-jobsink',
        'component:payments/all-pingsource',
        'component:payments/all-sequence',
      ],
    ],
    [
      'one name in two namespaces',
      { brokers: [broker(all), broker(at('all', 'orders'))] },
      ['component:orders/all-broker', 'component:payments/all-broker'],
    ],
    [
      'a name that ends like a kind',
      { brokers: [broker(at('a')), broker(at('a-broker'))] },
      ['component:payments/a-broker', 'component:payments/a-broker-broker'],
    ],
  ])('holds out against %s', async (_, mesh, expected) => {
    const entities = entitiesOf(mesh);
    await Promise.all(entities.map(expectAccepted));
    const refs = entities.map(entity => stringifyEntityRef(entity));
    expect(new Set(refs).size).toBe(refs.length);
    const matching = expected.map(ref => expect.stringMatching(`^${ref}$`));
    expect(refs).toHaveLength(expected.length);
    expect(refs).toEqual(expect.arrayContaining(matching));
  });

  it('keeps two environments apart that hold the same', () => {
    const mesh = {
      eventTypes: [eventType(all), eventType(at(`${a63}a`))],
      brokers: [broker(at('all', a63))],
    };
    const refs = [
      {},
      { environment: 'prod', entityNamespace: 'prod-{namespace}' },
      { environment: 'test', entityNamespace: 'test-{namespace}' },
    ].flatMap(settings =>
      entitiesOf(mesh, settings).map(entity => stringifyEntityRef(entity)),
    );
    expect(refs).toHaveLength(9);
    expect(new Set(refs).size).toBe(9);
  });
});
