import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  readBrokerDetails,
  readChannelDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { expectAccepted } from '../__testUtils__/expectAccepted';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  meshReference,
  policy,
  sink,
  source,
  subscription,
  trigger,
  via,
} from '../testUtils';
import { toEntities } from '.';

const options = {
  environment: 'dev',
  owner: 'group:default/platform',
  lifecycle: 'production',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: [], annotations: [] },
};
const components = {
  byId: new Map(
    ['fraud-detector', 'mailer', 'clock'].map(id => [
      id,
      [{ entityRef: `component:default/${id}` }],
    ]),
  ),
  selecting: [],
};

function entitiesOf(overrides: Partial<EventMesh>) {
  const { entities, warnings } = toEntities(
    eventMesh(overrides),
    components,
    options,
  );
  expect(warnings).toEqual([]);
  return (ref: string): Entity => {
    const found = entities.find(entity => stringifyEntityRef(entity) === ref);
    if (!found) {
      throw new Error(`There is no ${ref}`);
    }
    return found;
  };
}

const messaging = 'messaging.knative.dev';
const orders = meshReference(messaging, 'Channel', 'orders');
const mailer = {
  reference: meshReference('', 'Service', 'mailer'),
  kubernetesId: 'mailer',
  found: 'yes' as const,
};
const archive = {
  reference: meshReference('sinks.knative.dev', 'JobSink', 'archive'),
  found: 'yes' as const,
};
const screening = {
  reference: meshReference('flows.knative.dev', 'Sequence', 'screening'),
  found: 'yes' as const,
};
const toMailer = { destination: mailer, link: linkedTo('default/mailer') };
const deadLetters = {
  deadLetterSink: mailer,
  deadLetterSinkFrom: 'own' as const,
  deadLetterSinkUri: 'http://mailer',
  settings: [
    { name: 'retry', value: '3', from: 'own' as const },
    { name: 'backoffDelay', value: 'PT1S', from: 'own' as const },
  ],
};
const authorization = {
  enforced: 'yes' as const,
  mode: 'deny-all',
  policies: ['payments/b', 'payments/a'],
};
const readiness = { status: 'True' as const, stale: false };

function linkedTo(...names: string[]) {
  return {
    state: 'linked',
    components: names.map(name => `component:${name}`),
  };
}

/** Details without what is undefined, which the catalog drops anyway. */
function plain(details: object | undefined) {
  return JSON.parse(JSON.stringify(details));
}

describe('a broker', () => {
  it('depends on its own dead letter sink, and says who may send', async () => {
    const entity = entitiesOf({
      brokers: [broker({ delivery: deadLetters, authorization })],
    })('component:payments/default-broker');
    await expectAccepted(entity);
    expect(entity.spec?.dependsOn).toEqual(['component:default/mailer']);
    expect(readBrokerDetails(entity)).toMatchObject({
      delivery: {
        deadLetterSink: toMailer,
        deadLetterSinkFrom: 'own',
        settings: [{ name: 'backoffDelay' }, { name: 'retry' }],
      },
      authorization: {
        enforced: 'yes',
        policies: ['payments/a', 'payments/b'],
      },
    });
  });

  it('does not depend on itself', () => {
    const own = {
      reference: meshReference('eventing.knative.dev', 'Broker', 'default'),
      found: 'yes' as const,
    };
    const entity = entitiesOf({
      brokers: [broker({ delivery: { deadLetterSink: own, settings: [] } })],
    })('component:payments/default-broker');
    expect(entity.spec).not.toHaveProperty('dependsOn');
  });

  it('tells whom to correct about what a trigger takes over from it', () => {
    const lost = { ...mailer, found: 'no' as const };
    const adviceOf = (from: 'own' | 'broker') => {
      const entity = entitiesOf({
        triggers: [
          trigger({
            delivery: {
              deadLetterSink: lost,
              deadLetterSinkFrom: from,
              settings: [],
            },
          }),
        ],
      })('component:payments/default-broker');
      return readBrokerDetails(entity)?.triggers[0].via.delivery?.deadLetterSink
        ?.link.advice;
    };
    expect(adviceOf('own')).toContain(
      'correct spec.delivery.deadLetterSink.ref of Trigger payments/fraud.',
    );
    expect(adviceOf('broker')).toContain(
      'correct spec.delivery.deadLetterSink.ref of Broker payments/default.',
    );
  });
});

describe('a channel', () => {
  const backing = meshReference(messaging, 'InMemoryChannel', 'orders');
  const received = eventType({
    reference: backing,
    provider: orders,
    consumers: [
      via('check', {
        via: { kind: 'Subscription', namespace: 'payments', name: 'check' },
      }),
    ],
  });

  it('provides its event types to what is subscribed', async () => {
    const find = entitiesOf({
      eventTypes: [received],
      triggers: [],
      subscribables: [
        channel({
          backing,
          address: 'http://orders.payments.svc',
          delivery: deadLetters,
          authorization,
          readiness,
        }),
      ],
      subscriptions: [
        subscription({
          reply: archive,
          channelReadiness: { ...readiness, status: 'False' },
          readiness,
        }),
      ],
      sinks: [sink()],
    });
    const entity = find('component:payments/orders-channel');
    await expectAccepted(entity);
    expect(entity).toMatchObject({
      kind: 'Component',
      metadata: {
        title: 'orders',
        annotations: {
          'knative-event-mesh/role': 'channel',
          'knative-event-mesh/group': messaging,
          'knative-event-mesh/kind': 'Channel',
          'backstage.io/managed-by-location':
            'knative-event-mesh:dev/messaging.knative.dev/Channel/payments/orders',
        },
      },
      spec: {
        type: 'channel',
        system: 'system:default/knative-event-mesh-dev',
        providesApis: ['api:payments/payment-received'],
        dependsOn: ['component:default/mailer'],
      },
    });
    expect(readChannelDetails(entity)).toMatchObject({
      backing,
      address: 'http://orders.payments.svc',
      readiness,
      authorization: { mode: 'deny-all' },
      delivery: { deadLetterSink: toMailer },
      subscriptions: [
        {
          via: {
            kind: 'Subscription',
            name: 'check',
            filter: [],
            reply: {
              destination: archive,
              link: linkedTo('payments/archive-jobsink'),
            },
            channelReadiness: { status: 'False' },
          },
          link: linkedTo('default/fraud-detector'),
          eventTypes: [{ entityRef: 'api:payments/payment-received' }],
        },
      ],
      findings: [],
    });

    const api = find('api:payments/payment-received');
    expect(readEventTypeDetails(api)).toMatchObject({
      provider: {
        reference: orders,
        entityRef: 'component:payments/orders-channel',
        readiness,
      },
      consumers: [{ via: { kind: 'Subscription' } }],
      relatedConsumers: ['component:default/fraud-detector'],
    });
    const definition = JSON.parse(String(api.spec?.definition));
    expect(definition.servers).toEqual({
      channel: expect.objectContaining({
        host: 'orders.payments.svc',
        title: 'Channel payments/orders',
      }),
    });
    expect(definition.channels.events.servers).toEqual([
      { $ref: '#/servers/channel' },
    ]);
    expect(Object.keys(definition.operations)).toEqual(['check']);
  });

  it('does not provide what it only is sent to', () => {
    const find = entitiesOf({
      triggers: [trigger({ subscriber: { reference: orders, found: 'yes' } })],
      subscribables: [channel()],
    });
    expect(
      find('component:payments/orders-channel').spec?.providesApis,
    ).toEqual([]);
    expect(
      readEventTypeDetails(find('api:payments/payment-received'))
        ?.relatedConsumers,
    ).toEqual(['component:payments/orders-channel']);
  });
});

describe('a source', () => {
  const through = meshReference('sources.knative.dev', 'PingSource', 'clock');

  it('depends on its sink, and provides what it certainly sends', async () => {
    const find = entitiesOf({
      eventTypes: [
        eventType({
          producers: [
            { via: through, match: 'yes', evidence: 'ownerReference' },
          ],
          origin: 'source',
        }),
        eventType({
          name: 'perhaps',
          producers: [{ via: through, match: 'maybe', evidence: 'sourceKind' }],
        }),
      ],
      sources: [
        source({
          workloads: [{ kubernetesId: 'clock', found: 'yes' }],
          emissions: [
            { type: 'b', match: 'maybe' },
            { type: 'a', source: '/clock', match: 'yes' },
          ],
          ceOverrides: [{ name: 'team', value: 'a' }],
          settings: [
            { name: 'timezone', value: 'UTC' },
            { name: 'schedule', value: '* * * * *' },
          ],
          identity: 'system:serviceaccount:payments:clock',
          readiness,
        }),
      ],
    });
    const entity = find('component:payments/clock-pingsource');
    await expectAccepted(entity);
    expect(entity.spec).toMatchObject({
      type: 'source',
      providesApis: ['api:payments/payment-received'],
      dependsOn: ['component:payments/default-broker'],
    });
    expect(plain(readSourceDetails(entity))).toEqual({
      sink: {
        destination: {
          reference: meshReference('eventing.knative.dev', 'Broker', 'default'),
          found: 'yes',
        },
        link: linkedTo('payments/default-broker'),
      },
      emissions: [
        { type: 'a', source: '/clock', match: 'yes' },
        { type: 'b', match: 'maybe' },
      ],
      mayEmitOthers: false,
      ceOverrides: [{ name: 'team', value: 'a' }],
      workloads: [
        {
          destination: { kubernetesId: 'clock', found: 'yes' },
          link: linkedTo('default/clock'),
        },
      ],
      identity: 'system:serviceaccount:payments:clock',
      settings: [
        { name: 'schedule', value: '* * * * *' },
        { name: 'timezone', value: 'UTC' },
      ],
      readiness,
      findings: [],
    });

    expect(
      readEventTypeDetails(find('api:payments/payment-received')),
    ).toMatchObject({
      origin: 'source',
      producers: [
        {
          via: through,
          match: 'yes',
          entityRef: 'component:payments/clock-pingsource',
          readiness,
        },
      ],
      relatedProducers: [
        'component:default/clock',
        'component:payments/clock-pingsource',
      ],
    });
    expect(readEventTypeDetails(find('api:payments/perhaps'))).toMatchObject({
      producers: [{ match: 'maybe', evidence: 'sourceKind' }],
      relatedProducers: [],
    });
    expect(
      readBrokerDetails(find('component:payments/default-broker'))?.senders,
    ).toEqual([
      {
        reference: through,
        entityRef: 'component:payments/clock-pingsource',
        as: 'source',
      },
    ]);
  });

  it('depends on the Component that takes its dead letters', () => {
    const entity = entitiesOf({ sources: [source({ delivery: deadLetters })] })(
      'component:payments/clock-pingsource',
    );
    expect(entity.spec?.dependsOn).toEqual([
      'component:default/mailer',
      'component:payments/default-broker',
    ]);
    expect(readSourceDetails(entity)?.delivery).toMatchObject({
      deadLetterSink: toMailer,
    });
  });

  it('depends on the Component that runs its sink', () => {
    const find = entitiesOf({ sources: [source({ destination: mailer })] });
    expect(find('component:payments/clock-pingsource').spec?.dependsOn).toEqual(
      ['component:default/mailer'],
    );
  });

  it('depends on no sink that only the upstream service names', () => {
    const entity = entitiesOf({
      sources: [source({ destination: undefined })],
    })('component:payments/clock-pingsource');
    expect(entity.spec).not.toHaveProperty('dependsOn');
    expect(readSourceDetails(entity)?.sink).toMatchObject({
      destination: { reference: { name: 'default' }, found: 'unknown' },
      link: { state: 'notRead', components: [] },
    });
  });

  it('may send anything unless it is said otherwise', () => {
    const entity = entitiesOf({
      sources: [source({ mayEmitOthers: undefined, emissions: undefined })],
    })('component:payments/clock-pingsource');
    expect(entity.spec?.eventMesh).toMatchObject({
      mayEmitOthers: true,
      emissions: [],
    });
  });
});

describe('what replies', () => {
  it('provides the event type in the place of its trigger', () => {
    const reply = {
      kind: 'Trigger',
      namespace: 'payments',
      name: 'fraud',
    };
    const find = entitiesOf({
      eventTypes: [
        eventType({
          reference: { group: 'eventing.knative.dev', ...reply },
          provider: meshReference('eventing.knative.dev', 'Broker', 'default'),
          producers: [{ via: reply, match: 'yes', evidence: 'reply' }],
        }),
      ],
      triggers: [trigger({ readiness })],
    });
    const api = find('api:payments/payment-received');
    expect(plain(readEventTypeDetails(api))).toMatchObject({
      provider: { entityRef: 'component:payments/default-broker' },
      producers: [
        {
          via: { group: 'eventing.knative.dev', ...reply },
          evidence: 'reply',
          workloads: [{ link: linkedTo('default/fraud-detector') }],
          readiness,
        },
      ],
      relatedProducers: ['component:default/fraud-detector'],
    });
    expect(
      find('component:payments/default-broker').spec?.providesApis,
    ).toEqual(['api:payments/payment-received']);
  });
});

describe('a sink', () => {
  it('consumes what reaches it through a trigger, and directly', async () => {
    const direct = {
      group: 'sinks.knative.dev',
      kind: 'JobSink',
      namespace: 'payments',
      name: 'archive',
    };
    const find = entitiesOf({
      eventTypes: [
        eventType({ consumers: [via()] }),
        eventType({
          name: 'direct',
          reference: direct,
          consumers: [{ via: direct, match: 'yes', reasons: [] }],
        }),
      ],
      triggers: [trigger({ subscriber: archive })],
      sinks: [
        sink({
          address: 'http://archive',
          settings: [{ name: 'topic', value: 'archive' }],
          authorization,
          readiness,
        }),
      ],
    });
    const entity = find('component:payments/archive-jobsink');
    await expectAccepted(entity);
    expect(entity.spec).toMatchObject({ type: 'sink' });
    expect(entity.spec).not.toHaveProperty('providesApis');
    expect(readSinkDetails(entity)).toMatchObject({
      address: 'http://archive',
      settings: [{ name: 'topic', value: 'archive' }],
      authorization: { policies: ['payments/a', 'payments/b'] },
      senders: [{ reference: { kind: 'Trigger' }, as: 'subscriber' }],
      readiness,
    });
    for (const name of ['payment-received', 'direct']) {
      expect(
        readEventTypeDetails(find(`api:payments/${name}`))?.relatedConsumers,
      ).toEqual(['component:payments/archive-jobsink']);
    }
    expect(
      plain(readEventTypeDetails(find('api:payments/direct'))).consumers,
    ).toEqual([
      {
        via: { ...direct, filter: [], readiness },
        match: 'yes',
        reasons: [],
        subscriber: { reference: direct, found: 'yes' },
        link: linkedTo('payments/archive-jobsink'),
      },
    ]);
  });
});

describe('a flow', () => {
  it('consumes what it is sent, and depends on where it delivers', async () => {
    const find = entitiesOf({
      triggers: [trigger({ subscriber: screening })],
      subscribables: [channel()],
      sinks: [sink()],
      flows: [
        flow({
          address: 'http://screening',
          steps: [
            { subscriber: trigger().subscriber, delivery: deadLetters },
            { filter: archive, subscriber: undefined, readiness },
          ],
          reply: { reference: orders, found: 'yes' },
          authorization,
          readiness,
        }),
      ],
    });
    const entity = find('component:payments/screening-sequence');
    await expectAccepted(entity);
    expect(entity.spec).toMatchObject({
      type: 'sequence',
      dependsOn: [
        'component:default/fraud-detector',
        'component:default/mailer',
        'component:payments/archive-jobsink',
        'component:payments/orders-channel',
      ],
    });
    expect(readFlowDetails(entity)).toMatchObject({
      address: 'http://screening',
      steps: [
        {
          subscriber: { link: linkedTo('default/fraud-detector') },
          delivery: { deadLetterSink: toMailer },
        },
        { filter: { link: linkedTo('payments/archive-jobsink') }, readiness },
      ],
      reply: { link: linkedTo('payments/orders-channel') },
      senders: [{ as: 'subscriber' }],
    });
    expect(
      readEventTypeDetails(find('api:payments/payment-received'))
        ?.relatedConsumers,
    ).toEqual(['component:payments/screening-sequence']);
    expect(
      readChannelDetails(find('component:payments/orders-channel'))?.senders,
    ).toEqual([
      {
        reference: screening.reference,
        entityRef: 'component:payments/screening-sequence',
        as: 'reply',
      },
    ]);
  });

  it('depends on the Component that takes its dead letters', () => {
    const entity = entitiesOf({
      flows: [flow({ steps: [], delivery: deadLetters })],
    })('component:payments/screening-sequence');
    expect(entity.spec?.dependsOn).toEqual(['component:default/mailer']);
    expect(readFlowDetails(entity)?.delivery).toMatchObject({
      deadLetterSink: toMailer,
    });
  });

  it.each([
    ['Sequence', 'flows.knative.dev', 'sequence', 'spec.steps[0].ref'],
    [
      'Parallel',
      'flows.knative.dev',
      'parallel',
      'spec.branches[0].subscriber.ref',
    ],
    [
      'EventTransform',
      'eventing.knative.dev',
      'event-transform',
      'spec.steps[0].ref',
    ],
    [
      'RequestReply',
      'eventing.knative.dev',
      'request-reply',
      'spec.steps[0].ref',
    ],
    ['OwnKindHTTP', 'example.com', 'own-kind-http', 'spec.steps[0].ref'],
  ])('of kind %s says where to correct it', (kind, group, type, field) => {
    const lost = { ...mailer, found: 'no' as const };
    const entity = entitiesOf({
      flows: [flow({ kind, group, steps: [{ subscriber: lost }] })],
    })(`component:payments/screening-${kind.toLowerCase()}`);
    expect(entity.spec?.type).toBe(type);
    expect(readFlowDetails(entity)?.steps[0].subscriber?.link.advice).toBe(
      `Create Service payments/mailer, or correct ${field} of ${kind} payments/screening.`,
    );
  });

  it.each([
    ['Sequence', 'spec.reply.ref'],
    ['EventTransform', 'spec.sink.ref'],
    ['RequestReply', 'spec.brokerRef'],
  ])('of kind %s says where its reply is written', (kind, field) => {
    const entity = entitiesOf({
      flows: [flow({ kind, steps: [], reply: { ...mailer, found: 'no' } })],
    })(`component:payments/screening-${kind.toLowerCase()}`);
    expect(readFlowDetails(entity)?.reply?.link.advice).toContain(
      `correct ${field} of ${kind} payments/screening.`,
    );
  });
});

describe('every kind', () => {
  const hostile = {
    labels: JSON.parse(
      '{"__proto__":"x","constructor":"y","a":"x y","A":"","toString":"z"}',
    ),
    annotations: { 'backstage.io/managed-by-location': 'url:http://evil' },
    name: `${'ä'.repeat(300)}/$text`,
    namespace: '__proto__',
  };

  it('is accepted by the catalog whatever the cluster holds', async () => {
    const { entities, warnings } = toEntities(
      eventMesh({
        eventTypes: [eventType(hostile)],
        brokers: [broker(hostile)],
        triggers: [trigger(hostile)],
        subscribables: [channel(hostile)],
        subscriptions: [subscription(hostile)],
        sources: [source({ ...hostile, kind: 'Ünkind/$json' })],
        sinks: [sink({ ...hostile, kind: 'constructor' })],
        flows: [flow({ ...hostile, kind: '__proto__' })],
        policies: [policy(hostile)],
      }),
      components,
      { ...options, passThrough: { labels: ['*'], annotations: ['*'] } },
    );
    expect(warnings).toEqual([]);
    expect(entities).toHaveLength(6);
    await Promise.all(entities.map(expectAccepted));
  });
});
