import type { Entity } from '@backstage/catalog-model';
import type {
  EventMesh,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeDoubts, findDoubts } from './doubts';
import { toEntities } from './entities';
import { broker, eventMesh, eventType, trigger } from './testUtils';

const options = {
  environment: 'dev',
  owner: 'group:default/unknown',
  lifecycle: 'dev',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: [], annotations: [] },
};

function entities(overrides: Partial<EventMesh> = {}): Entity[] {
  const components = new Map([
    ['fraud-detector', [{ entityRef: 'component:risk/fraud-detector' }]],
  ]);
  return toEntities(eventMesh(overrides), components, options).entities;
}

const owned = entities();
const { reference } = trigger().subscriber ?? {};
const unread = { reference, found: 'unknown' as const };

function omission(overrides: Partial<Omission> = {}): Omission {
  return { reason: 'forbidden', message: 'Allow it.', ...overrides };
}

describe('findDoubts', () => {
  const api = 'api:payments/payment-received';
  const link = `the link of ${api} through Trigger payments/fraud`;

  it.each<[string, Partial<EventMesh>, string[]]>([
    ['nothing changed', { omitted: [omission({ kind: 'Broker' })] }, []],
    [
      'an omitted kind',
      { eventTypes: [], omitted: [omission({ kind: 'EventType' })] },
      [api],
    ],
    [
      'an omitted kind in a namespace',
      {
        brokers: [],
        omitted: [omission({ kind: 'Broker', namespace: 'payments' })],
      },
      ['component:payments/default-broker'],
    ],
    [
      'an omitted group',
      {
        brokers: [],
        omitted: [
          omission({ group: 'eventing.knative.dev', reason: 'unavailable' }),
        ],
      },
      ['component:payments/default-broker'],
    ],
    [
      'an omitted namespace',
      {
        brokers: [],
        eventTypes: [],
        triggers: [],
        omitted: [omission({ namespace: 'payments' })],
      },
      [api, 'component:payments/default-broker'],
    ],
    [
      'an omitted kind of another group',
      { brokers: [], omitted: [omission({ group: 'x', kind: 'Broker' })] },
      [],
    ],
    [
      'an omitted kind in another namespace',
      {
        brokers: [],
        omitted: [omission({ kind: 'Broker', namespace: 'orders' })],
      },
      [],
    ],
    [
      'a kind that the service does not read at all',
      {
        brokers: [],
        omitted: [omission({ kind: 'Broker', reason: 'unsupported' })],
      },
      [],
    ],
    [
      'omitted triggers',
      {
        eventTypes: [eventType()],
        triggers: [],
        omitted: [omission({ kind: 'Trigger' })],
      },
      [link],
    ],
    [
      'a trigger that is gone while its subscribers are omitted',
      {
        eventTypes: [eventType()],
        triggers: [],
        omitted: [omission({ group: '', kind: 'Service' })],
      },
      [],
    ],
    [
      'omitted subscribers',
      {
        triggers: [trigger({ subscriber: unread })],
        omitted: [omission({ group: '', kind: 'Service' })],
      },
      [link],
    ],
    [
      'omitted subscribers of another kind',
      {
        triggers: [trigger({ subscriber: unread })],
        omitted: [omission({ kind: 'Deployment' })],
      },
      [],
    ],
    [
      'a subscriber that is known to be gone',
      {
        triggers: [trigger({ subscriber: { reference, found: 'no' } })],
        omitted: [omission({ kind: 'Service' })],
      },
      [],
    ],
    ['everything gone, nothing omitted', { brokers: [], eventTypes: [] }, []],
  ])('with %s', (_, answer, expected) => {
    const doubts = findDoubts(owned, entities(answer), answer.omitted ?? []);
    expect(doubts.map(({ what }) => what)).toEqual(expected);
  });

  it('does not wait for links that were not there', () => {
    const unlinked = entities({
      triggers: [trigger({ subscriber: { reference, found: 'yes' } })],
    });
    const answer = {
      triggers: [trigger({ subscriber: unread })],
      omitted: [omission({ kind: 'Service' })],
    };
    expect(findDoubts(unlinked, entities(answer), answer.omitted)).toEqual([]);
  });

  it('never doubts the entity of the environment', () => {
    const environment: Entity = {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'System',
      metadata: { name: 'knative-event-mesh-dev' },
    };
    expect(findDoubts([environment], [], [omission()])).toEqual([]);
  });
});

describe('describeDoubts', () => {
  it('names what is left out, what would be lost, and what to do', () => {
    const omitted = [
      omission({ kind: 'Broker', namespace: 'payments' }),
      omission({ namespace: 'orders', reason: 'unavailable', message: 'x' }),
    ];
    const many = entities({
      brokers: Array.from({ length: 8 }, (_, index) =>
        broker({ name: `b${index}` }),
      ),
    });
    const doubts = findDoubts(
      [...many, ...entities({ brokers: [broker({ namespace: 'orders' })] })],
      entities({ brokers: [] }),
      omitted,
    );
    expect(describeDoubts(doubts, 'catalog.providers.x.dev')).toBe(
      'The catalog was left as it is, because the answer leaves out Broker in namespace payments (forbidden: Allow it.); everything in namespace orders (unavailable: x), and would remove component:payments/b0-broker, component:payments/b1-broker, component:payments/b2-broker, component:payments/b3-broker, component:payments/b4-broker and 4 more. Make it readable with catalog.providers.x.dev.token; until then nothing of this environment is updated',
    );
  });
});
