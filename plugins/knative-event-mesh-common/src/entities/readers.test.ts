import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from './annotations';
import {
  readBrokerDetails,
  readChannelDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
} from './readers';
import type { EventMeshRole } from './roles';

function entityOf(role: EventMeshRole, eventMesh: unknown): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'payment-received',
      annotations: { [eventMeshAnnotations.role]: role },
    },
    spec: { eventMesh } as Entity['spec'],
  };
}

const note = {
  code: 'filterSkipped',
  text: 'An empty value in `filter` asks for nothing.',
};

const consumer = {
  via: {
    kind: 'Trigger',
    namespace: 'payments',
    name: 'ledger',
    filter: [{ name: 'type', value: 'com.example.payment' }],
  },
  match: 'yes',
  reasons: [note],
  subscriber: { found: 'yes', kubernetesId: 'ledger' },
  link: { state: 'linked', components: ['component:default/ledger'] },
};

describe('readEventTypeDetails', () => {
  it('reads what the catalog module writes', () => {
    const details = readEventTypeDetails(
      entityOf('eventType', {
        type: 'com.example.payment',
        attributes: [{ name: 'type', value: 'x', required: true }],
        provider: {
          reference: {
            group: 'eventing.knative.dev',
            kind: 'Broker',
            namespace: 'payments',
            name: 'default',
          },
          entityRef: 'component:payments/default-broker',
          readiness: { status: 'True', stale: false },
        },
        consumers: [consumer],
        consumerCounts: { yes: 1, maybe: 0 },
        relatedConsumers: ['component:default/ledger'],
        findings: [],
      }),
    );

    expect(details).toMatchObject({
      type: 'com.example.payment',
      relatedConsumers: ['component:default/ledger'],
      provider: { entityRef: 'component:payments/default-broker' },
      consumers: [consumer],
      consumerCounts: { yes: 1, maybe: 0 },
    });
  });

  it('knows nothing of entities that are not event types', () => {
    expect(readEventTypeDetails(entityOf('broker', {}))).toBeUndefined();
    expect(
      readEventTypeDetails({
        apiVersion: 'v1',
        kind: 'API',
        metadata: { name: 'petstore' },
      }),
    ).toBeUndefined();
    expect(readEventTypeDetails(entityOf('eventType', 'text'))).toBeUndefined();
  });

  it.each([
    ['no lists at all', {}],
    ['lists that are not lists', { consumers: {}, attributes: 'a' }],
    [
      'items of the wrong shape',
      { findings: [null, 1, {}, { object: [] }], attributes: [{ name: 1 }] },
    ],
    ['counts that are none', { consumerCounts: { yes: -1, maybe: 0 } }],
    ['a provider without a name', { provider: { reference: { kind: 'X' } } }],
  ])('degrades with %s', (_, eventMesh) => {
    expect(readEventTypeDetails(entityOf('eventType', eventMesh))).toEqual({
      type: 'payment-received',
      attributes: [],
      producers: [],
      relatedConsumers: [],
      relatedProducers: [],
      findings: [],
    });
  });

  it('tells nobody from nobody known', () => {
    const read = (eventMesh: object) =>
      readEventTypeDetails(entityOf('eventType', eventMesh))?.consumers;

    expect(read({ consumers: [] })).toEqual([]);
    expect(read({ consumers: [null, 1, {}, { via: [] }] })).toEqual([]);
    expect(read({})).toBeUndefined();
  });

  it('reads the reasons of an undecided match, and filters that are cut', () => {
    const reason = {
      code: 'attributeNotDeclared',
      attribute: 'country',
      expression: "country = 'CH'",
      text: "The expression `country = 'CH'` depends on `country`.",
    };
    const via = {
      ...consumer.via,
      filters: '[{"cesql":"country',
      filtersCut: true,
    };
    const details = readEventTypeDetails(
      entityOf('eventType', {
        consumers: [
          {
            ...consumer,
            via,
            match: 'maybe',
            reasons: [reason, { code: 'withoutText' }],
          },
        ],
      }),
    );

    expect(details?.consumers).toEqual([
      expect.objectContaining({ via, match: 'maybe', reasons: [reason] }),
    ]);
  });

  it('calls an unknown verdict undecided and an unknown link not read', () => {
    const details = readEventTypeDetails(
      entityOf('eventType', {
        consumers: [{ ...consumer, match: 'perhaps', link: { state: 'new' } }],
      }),
    );

    expect(details?.consumers?.[0]).toMatchObject({
      match: 'maybe',
      link: { state: 'notRead', components: [] },
    });
  });
});

describe('readBrokerDetails', () => {
  it('reads triggers with the event types they pass', () => {
    const { via, subscriber, link } = consumer;
    const eventType = {
      entityRef: 'api:payments/payment-received',
      type: 'com.example.payment',
      match: 'yes',
      reasons: [],
    };
    const details = readBrokerDetails(
      entityOf('broker', {
        brokerClass: 'Kafka',
        triggers: [{ via, subscriber, link, eventTypes: [eventType, 7] }],
      }),
    );

    expect(details).toMatchObject({
      brokerClass: 'Kafka',
      triggers: [{ via, link, eventTypes: [eventType] }],
    });
  });
});

const delivery = {
  deadLetterSink: {
    destination: { uri: 'http://dead.example.com', found: 'yes' },
    link: {
      state: 'external',
      components: [],
      advice: 'Name it.',
      unconfirmed: true,
    },
  },
  deadLetterSinkFrom: 'broker',
  deadLetterSinkUri: 'http://dead.example.com',
  settings: [{ name: 'retry', value: '5', from: 'own' }],
};
const linked = {
  destination: { reference: reference('Service', 'a'), found: 'yes' },
  link: { state: 'linked', components: ['component:default/a'] },
};
const authorization = {
  enforced: 'yes',
  mode: 'allow-same-namespace',
  policies: ['payments/only-us'],
};
const sender = {
  reference: reference('PingSource', 'clock'),
  entityRef: 'component:payments/clock-pingsource',
  as: 'source',
};
const finding = {
  code: 'a',
  severity: 'warning',
  object: reference('Broker', 'default'),
  message: 'm',
  action: 'a',
};
const readiness = { status: 'False', reason: 'Why', stale: true };

function reference(kind: string, name: string) {
  return { group: 'example.com', kind, namespace: 'payments', name };
}

describe('the other parts of the mesh', () => {
  const complete = {
    eventType: {
      type: 'com.example.payment',
      attributes: [],
      origin: 'observed',
      producers: [
        {
          via: reference('PingSource', 'clock'),
          match: 'yes',
          evidence: 'ceAttributes',
          entityRef: 'component:payments/clock-pingsource',
          workloads: [linked],
          readiness,
          unconfirmed: true,
        },
      ],
      consumers: [
        {
          ...consumer,
          via: { ...consumer.via, group: 'example.com', delivery },
        },
      ],
      relatedConsumers: [],
      relatedProducers: ['component:payments/clock-pingsource'],
      findings: [],
    },
    broker: {
      brokerClass: 'Kafka',
      triggers: [],
      delivery,
      authorization,
      senders: [sender],
      findings: [finding],
    },
    channel: {
      backing: reference('InMemoryChannel', 'orders'),
      address: 'http://orders',
      readiness,
      subscriptions: [
        {
          via: {
            kind: 'Subscription',
            namespace: 'payments',
            name: 'ledger',
            filter: [],
            delivery,
            reply: linked,
            channelReadiness: readiness,
          },
          subscriber: linked.destination,
          link: linked.link,
          eventTypes: [],
        },
      ],
      delivery,
      authorization,
      senders: [sender],
      findings: [finding],
    },
    source: {
      sink: linked,
      emissions: [{ type: 'a', source: '/b', match: 'yes' }],
      mayEmitOthers: false,
      ceOverrides: [{ name: 'team', value: 'a' }],
      workloads: [linked],
      identity: 'system:serviceaccount:payments:clock',
      delivery,
      settings: [{ name: 'topics', value: 'orders' }],
      readiness,
      findings: [finding],
    },
    sink: {
      address: 'http://sink',
      settings: [{ name: 'topic', value: 'orders' }],
      authorization,
      senders: [sender],
      readiness,
      findings: [finding],
    },
    flow: {
      address: 'http://flow',
      steps: [
        {
          filter: linked,
          subscriber: linked,
          reply: linked,
          delivery,
          readiness,
        },
      ],
      reply: linked,
      delivery,
      authorization,
      senders: [sender],
      readiness,
      findings: [finding],
    },
  };
  const readers = {
    eventType: readEventTypeDetails,
    broker: readBrokerDetails,
    channel: readChannelDetails,
    source: readSourceDetails,
    sink: readSinkDetails,
    flow: readFlowDetails,
  };
  const roles = Object.keys(readers) as (keyof typeof readers)[];

  it.each(roles)('reads all that the module writes of: %s', role => {
    const entity = entityOf(role, complete[role]);
    expect(withoutUndefined(readers[role](entity))).toEqual(complete[role]);
  });

  it.each(roles)('reads nothing of another role than: %s', role => {
    const others = roles.filter(other => other !== role);
    expect(
      others.map(other => readers[role](entityOf(other, complete[other]))),
    ).toEqual(others.map(() => undefined));
  });

  it.each(roles)('holds out against any shape of: %s', role => {
    const junk = [null, 1, 'text', [], [[]], {}, [null, 1, {}, { name: 1 }]];
    for (const value of junk) {
      const fields = Object.keys(complete[role]);
      const hostile = Object.fromEntries(fields.map(field => [field, value]));
      const details = readers[role](entityOf(role, hostile));
      const empty = readers[role](entityOf(role, {}));
      expect(Object.keys(details ?? {})).toEqual(Object.keys(empty ?? {}));
    }
  });

  it('takes evidence that is none, an unknown sender or destination for none', () => {
    const { producers } = complete.eventType;
    expect(
      readEventTypeDetails(
        entityOf('eventType', {
          producers: [{ ...producers[0], evidence: 7 }],
        }),
      )?.producers,
    ).toEqual([]);
    const sink = entityOf('sink', { senders: [{ ...sender, as: 'guest' }] });
    expect(readSinkDetails(sink)?.senders).toEqual([]);
    const source = entityOf('source', { sink: { link: linked.link } });
    expect(readSourceDetails(source)?.sink).toBeUndefined();
  });

  it('rules nothing out that is not said', () => {
    expect(readSourceDetails(entityOf('source', {}))).toMatchObject({
      mayEmitOthers: true,
    });
    expect(
      readSinkDetails(entityOf('sink', { authorization: {} }))?.authorization,
    ).toEqual({ enforced: 'unknown', policies: [] });
  });
});

function withoutUndefined(value: unknown): unknown {
  return value && JSON.parse(JSON.stringify(value));
}
