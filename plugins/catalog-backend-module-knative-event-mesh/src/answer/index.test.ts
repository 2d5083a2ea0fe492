import { readEventMesh } from '.';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  policy,
  sink,
  source,
  subscription,
  trigger,
  via,
} from '../testUtils';

/** A mesh whose first item of a list has other fields. */
function withFirst(
  list: 'eventTypes' | 'brokers' | 'subscriptions' | 'flows' | 'policies',
  fields: object,
) {
  const mesh = eventMesh({
    subscriptions: [subscription()],
    flows: [flow()],
    policies: [policy()],
  });
  const [first] = mesh[list] ?? [];
  return { ...mesh, [list]: [{ ...first, ...fields }] };
}

/** The same with one more field in each object that is no map or filter. */
function withUnknownFields(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(withUnknownFields);
  }
  const asWritten = ['labels', 'annotations', 'filter', 'filters'];
  return Object.fromEntries([
    ...Object.entries(value).map(([key, item]) => [
      key,
      asWritten.includes(key) ? item : withUnknownFields(item),
    ]),
    ['newInVersion2', true],
  ]);
}

describe('readEventMesh', () => {
  it('reads what the service writes, and drops what it does not know', () => {
    const full = eventMesh({
      eventTypes: [
        eventType({
          description: 'A payment was received',
          schemaData: '{}',
          schemaURL: 'https://example.com/schema',
          attributes: [
            { name: 'source', value: '/payments/{id}', required: true },
          ],
          consumers: [
            via('fraud', {
              match: 'maybe',
              reasons: [
                {
                  code: 'attributeOptional',
                  attribute: 'region',
                  expression: 'EXISTS region',
                  text: 'May be absent.',
                },
              ],
            }),
          ],
          readiness: { status: 'True', stale: false, since: '2026-01-01' },
        }),
      ],
      sources: [
        {
          ...broker(),
          group: 'sources.knative.dev',
          kind: 'PingSource',
          providedEventTypeTypes: ['dev.knative.sources.ping'],
          sink: { group: '', kind: 'Service', namespace: 'a', name: 'b' },
        },
      ].map(({ brokerClass, address, ...rest }) => rest),
      findings: [
        {
          code: 'noSchema',
          severity: 'info',
          object: { group: '', kind: 'A', namespace: 'b', name: 'c' },
          message: 'm',
          action: 'a',
        },
      ],
      omitted: [{ kind: 'Service', reason: 'forbidden', message: 'no' }],
    });
    expect(readEventMesh({ ...full, newInVersion2: true }).mesh).toEqual(full);
  });

  const destination = {
    reference: { group: '', kind: 'Service', namespace: 'a', name: 'b' },
    uri: '/path',
    kubernetesId: 'b',
    labels: { app: 'b' },
    found: 'yes' as const,
  };
  const delivery = {
    deadLetterSink: destination,
    deadLetterSinkFrom: 'broker' as const,
    deadLetterSinkUri: 'http://b',
    settings: [{ name: 'retry', value: '3', from: 'own' as const }],
  };
  const authorization = {
    enforced: 'unknown' as const,
    mode: 'deny-all',
    policies: ['a/b'],
  };
  const readiness = { status: 'False' as const, reason: 'r', stale: true };
  const settings = [{ name: 'topic', value: '' }];
  const place = { address: 'http://a', authorization, readiness };
  const whole = eventMesh({
    eventTypes: [
      eventType({
        provider: destination.reference,
        origin: 'observed',
        producers: [
          {
            via: {
              group: 'sources.knative.dev',
              kind: 'PingSource',
              namespace: 'a',
              name: 'b',
            },
            match: 'maybe',
            evidence: 'ceAttributes',
          },
        ],
        consumers: [
          {
            via: { kind: 'Subscription', namespace: 'a', name: 'b' },
            match: 'yes',
            reasons: [],
          },
        ],
      }),
    ],
    brokers: [broker({ delivery, ...place })],
    subscribables: [
      channel({ backing: destination.reference, delivery, ...place }),
    ],
    triggers: [
      trigger({ dependency: destination.reference, delivery, readiness }),
    ],
    subscriptions: [
      subscription({
        reply: destination,
        delivery,
        channelReadiness: readiness,
        readiness,
      }),
    ],
    sources: [
      source({
        destination,
        emissions: [{ type: 'a', source: '/b', match: 'maybe' }],
        mayEmitOthers: true,
        ceOverrides: settings,
        workloads: [destination],
        identity: 'system:serviceaccount:a:b',
        delivery,
        settings,
        readiness,
      }),
    ],
    sinks: [sink({ settings, ...place })],
    flows: [
      flow({
        steps: [
          {
            filter: destination,
            subscriber: destination,
            reply: destination,
            delivery,
            readiness,
          },
        ],
        reply: destination,
        delivery,
        ...place,
      }),
    ],
    policies: [
      policy({
        to: [
          { group: 'a', kind: 'B', name: 'c' },
          { group: '', kind: 'B', selector: 'x=y' },
        ],
        from: [
          { reference: destination.reference },
          { subject: 'system:serviceaccount:a:*' },
        ],
        filters: [{ exact: { type: 'a' } }],
        readiness,
      }),
    ],
  });

  it('reads the whole mesh, and drops what it does not know', () => {
    expect(readEventMesh(withUnknownFields(whole))).toEqual({
      mesh: whole,
      skipped: [],
      absent: [],
    });
  });

  it('does without everything that is optional', () => {
    const least = {
      eventTypes: [{ name: 'a', namespace: 'b', type: 'c' }],
      brokers: [{ name: 'a', namespace: 'b' }],
      subscribables: [{ group: 'x', kind: 'K', name: 'a', namespace: 'b' }],
      sources: [{ group: 'x', kind: 'K', name: 'a', namespace: 'b' }],
      triggers: [
        { name: 'a', namespace: 'b', broker: { namespace: 'b', name: 'a' } },
      ],
      subscriptions: [
        { name: 'a', namespace: 'b', channel: destination.reference },
      ],
      sinks: [{ group: 'x', kind: 'K', name: 'a', namespace: 'b' }],
      flows: [{ group: 'x', kind: 'K', name: 'a', namespace: 'b' }],
      policies: [{ name: 'a', namespace: 'b', to: [] }],
    };
    const { mesh, skipped } = readEventMesh(least);
    expect(skipped).toEqual([]);
    expect(mesh).toMatchObject(least);
    expect(mesh.flows?.[0].steps).toEqual([]);
    expect(mesh.policies?.[0].subjects).toEqual([]);
  });

  it('takes what the upstream service writes for an empty mesh', () => {
    const { mesh } = readEventMesh({
      eventTypes: null,
      brokers: null,
      subscribables: null,
      sources: null,
    });
    expect(mesh).toMatchObject({
      eventTypes: [],
      brokers: [],
      subscribables: [],
      sources: [],
      omitted: [],
    });
    expect(mesh.triggers).toBeUndefined();
  });

  it('takes null for empty maps and lists of the upstream service', () => {
    const { mesh } = readEventMesh({
      eventTypes: [
        { ...eventType(), labels: null, annotations: null, consumedBy: null },
      ],
      brokers: [{ ...broker(), labels: null, providedEventTypes: null }],
      subscribables: null,
      sources: null,
    });
    expect(mesh.eventTypes[0]).toMatchObject({
      labels: {},
      annotations: {},
      consumedBy: [],
    });
    expect(mesh.brokers[0].providedEventTypes).toEqual([]);
  });

  it('tells lists that are absent from empty ones', () => {
    const all = [
      'subscribables',
      'sources',
      'triggers',
      'subscriptions',
      'sinks',
      'flows',
      'policies',
    ];
    const read = (body: object) =>
      readEventMesh({ eventTypes: [], brokers: [], ...body }).absent;
    expect(read({})).toEqual(all);
    expect(read(Object.fromEntries(all.map(key => [key, []])))).toEqual([]);
    expect(read(Object.fromEntries(all.map(key => [key, null])))).toEqual(
      all.slice(2),
    );
  });

  it.each([
    ['null', null],
    ['a list', []],
    ['a text', 'mesh'],
    ['an error', { error: 'x' }],
    ['no brokers', { eventTypes: [] }],
    ['a text as list', { eventTypes: 'none', brokers: [] }],
    ['an object as list', { eventTypes: {}, brokers: [] }],
    [
      'a number as name',
      { eventTypes: [], brokers: [{ ...broker(), name: 5 }] },
    ],
    [
      'a number as label',
      { eventTypes: [], brokers: [{ ...broker(), labels: { a: 5 } }] },
    ],
    [
      'a list as labels',
      { eventTypes: [], brokers: [{ ...broker(), labels: [] }] },
    ],
    [
      'an unknown match',
      eventMesh({
        eventTypes: [
          eventType({ consumers: [{ ...via(), match: 'no' as 'yes' }] }),
        ],
      }),
    ],
    [
      'a trigger without found',
      { ...eventMesh(), triggers: [{ ...trigger(), subscriber: {} }] },
    ],
    ['a finding without object', { ...eventMesh(), findings: [{ code: 'a' }] }],
    [
      'a consumer through nothing',
      withFirst('eventTypes', { consumers: [{}] }),
    ],
    [
      'a producer without evidence',
      withFirst('eventTypes', { producers: [{ via: {}, match: 'yes' }] }),
    ],
    ['an unknown origin', withFirst('eventTypes', { origin: 'rumour' })],
    ['a delivery as text', withFirst('brokers', { delivery: 'never' })],
    [
      'an unknown origin of a dead letter sink',
      withFirst('brokers', { delivery: { deadLetterSinkFrom: 'elsewhere' } }),
    ],
    [
      'policies of another shape',
      withFirst('brokers', {
        authorization: { enforced: 'yes', policies: [1] },
      }),
    ],
    [
      'an authorization that may mean anything',
      withFirst('brokers', { authorization: { policies: [] } }),
    ],
    ['a source without kind', { ...eventMesh(), sources: [broker()] }],
    ['a subscription to a name', withFirst('subscriptions', { channel: 'a' })],
    ['a step as text', withFirst('flows', { steps: ['a'] })],
    [
      'a policy about what it does not say',
      withFirst('policies', { to: null }),
    ],
    ['a policy about a name', withFirst('policies', { to: ['a'] })],
    ['omitted as text', { ...eventMesh(), omitted: 'none' }],
  ])('refuses %s', (_, body) => {
    expect(() => readEventMesh(body)).toThrow(
      'The answer of the service is not an event mesh: ',
    );
  });

  it('says where the shape is wrong', () => {
    const { labels, ...wrong } = broker();
    expect(() =>
      readEventMesh({ ...eventMesh(), brokers: [{ ...wrong, labels: 'x' }] }),
    ).toThrow('brokers[0].labels is not an object');
  });

  it('leaves out items that could never be an entity', () => {
    const { mesh, skipped } = readEventMesh({
      ...eventMesh(),
      eventTypes: [null, 'x', {}, { ...eventType(), type: '' }, eventType()],
      brokers: [{ namespace: 'payments' }, broker()],
    });
    expect(mesh.eventTypes).toHaveLength(1);
    expect(mesh.brokers).toHaveLength(1);
    expect(skipped).toEqual([
      'eventTypes[0] has no name, no namespace, no type',
      'eventTypes[1] has no name, no namespace, no type',
      'eventTypes[2] has no name, no namespace, no type',
      'eventTypes[3] has no type',
      'brokers[0] has no name',
    ]);
  });

  it('replaces what no database stores', () => {
    const { mesh } = readEventMesh({
      ...eventMesh(),
      eventTypes: [
        eventType({ description: 'a\u0000b\ud800c\udc00d\ud83d\ude00' }),
      ],
    });
    expect(mesh.eventTypes[0].description).toBe(
      'a\ufffdb\ufffdc\ufffdd\ud83d\ude00',
    );
  });

  it('keeps a key that names a prototype a key', () => {
    const { mesh } = readEventMesh(
      JSON.parse(
        JSON.stringify({
          ...eventMesh(),
          brokers: [{ ...broker(), labels: 'LABELS' }],
        }).replace('"LABELS"', '{"__proto__":"x","constructor":"y"}'),
      ),
    );
    expect(Object.keys(mesh.brokers[0].labels)).toEqual([
      '__proto__',
      'constructor',
    ]);
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});
