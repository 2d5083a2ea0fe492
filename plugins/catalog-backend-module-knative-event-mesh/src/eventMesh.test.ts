import { readEventMesh } from './eventMesh';
import { broker, eventMesh, eventType, trigger, via } from './testUtils';

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
      ].map(({ brokerClass, address, ...source }) => source),
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

  it('counts lists that are absent as omitted', () => {
    const { mesh } = readEventMesh({ eventTypes: [], brokers: [] });
    expect(mesh.omitted).toEqual([
      expect.objectContaining({ group: 'messaging.knative.dev' }),
      expect.objectContaining({ group: 'sources.knative.dev' }),
    ]);
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
