import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  expectAccepted,
  expectNoTwinsOrPlaceholders,
} from '../__testUtils__/expectAccepted';
import type { RegisteredComponents } from '../components';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  trigger,
  via,
} from '../testUtils';
import { toEntities } from '.';
import type { EntityOptions } from './options';

const options: EntityOptions = {
  environment: 'dev',
  owner: 'group:default/platform',
  lifecycle: 'production',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: ['*'], annotations: ['*'] },
};

const components: RegisteredComponents = {
  byId: new Map([
    ['fraud-detector', [{ entityRef: 'component:risk/fraud-detector' }]],
  ]),
  selecting: [],
};

function read(mesh: EventMesh, overrides: Partial<EntityOptions> = {}) {
  return toEntities(mesh, components, { ...options, ...overrides });
}

function entityOf(entities: Entity[], ref: string): Entity {
  const entity = entities.find(item => stringifyEntityRef(item) === ref);
  if (!entity) {
    throw new Error(`There is no ${ref}`);
  }
  return entity;
}

describe('toEntities', () => {
  it('gives what is in a Namespace to the owner that it names', () => {
    const { entities, environment } = read(
      {
        ...eventMesh({
          brokers: [broker({ namespace: 'a' }), broker({ namespace: 'b' })],
          eventTypes: [eventType({ namespace: 'a' })],
        }),
        namespaces: [
          { name: 'a', owner: 'team-a' },
          { name: 'b', owner: 'no ref' },
          { name: 'outside', owner: 'no ref' },
        ],
      },
      { namespaces: ['a', 'b'] },
    );
    const owners = entities.map(({ metadata, spec }) => [
      metadata.namespace,
      spec?.owner,
    ]);
    expect(owners).toEqual([
      ['a', 'group:default/team-a'],
      ['a', 'group:default/team-a'],
      ['b', 'group:default/platform'],
    ]);
    expect(environment.findings).toEqual([
      expect.objectContaining({
        code: 'ownerNotValid',
        object: expect.objectContaining({ kind: 'Namespace', name: 'b' }),
      }),
    ]);
  });

  it('turns an event type into an API', async () => {
    const { entities } = read(
      eventMesh({
        eventTypes: [
          eventType({
            description: 'A payment was received',
            schemaData: '{"type":"object"}',
            schemaURL: 'https://example.com/schema',
            labels: { 'app.kubernetes.io/part-of': 'shop' },
            attributes: [
              { name: 'type', value: 'a', required: true },
              { name: 'source', required: true },
            ],
            readiness: { status: 'True', stale: false },
            consumers: [via()],
          }),
        ],
      }),
    );
    const api = entityOf(entities, 'api:payments/payment-received');
    await expectAccepted(api);
    expect(api).toEqual({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'API',
      metadata: {
        namespace: 'payments',
        name: 'payment-received',
        title: 'com.example.payment.received',
        description:
          'A payment was received\n\nEvent type com.example.payment.received',
        labels: { 'app.kubernetes.io/part-of': 'shop' },
        annotations: {
          'backstage.io/managed-by-location':
            'knative-event-mesh:dev/eventing.knative.dev/EventType/payments/payment-received',
          'backstage.io/managed-by-origin-location': 'knative-event-mesh:dev',
          'knative-event-mesh/environment': 'dev',
          'knative-event-mesh/role': 'eventType',
          'knative-event-mesh/group': 'eventing.knative.dev',
          'knative-event-mesh/kind': 'EventType',
          'knative-event-mesh/namespace': 'payments',
          'knative-event-mesh/name': 'payment-received',
          'knative-event-mesh/uid': 'a1',
        },
        links: [{ title: 'Schema', url: 'https://example.com/schema' }],
      },
      spec: {
        type: 'asyncapi',
        lifecycle: 'production',
        owner: 'group:default/platform',
        system: 'system:default/knative-event-mesh-dev',
        definition: expect.stringContaining('"asyncapi": "3.0.0"'),
        eventMesh: {
          type: 'com.example.payment.received',
          attributes: [
            { name: 'source', required: true },
            { name: 'type', value: 'a', required: true },
          ],
          schemaUrl: 'https://example.com/schema',
          readiness: { status: 'True', stale: false },
          provider: {
            reference: {
              group: 'eventing.knative.dev',
              kind: 'Broker',
              namespace: 'payments',
              name: 'default',
            },
            entityRef: 'component:payments/default-broker',
            brokerClass: 'MTChannelBasedBroker',
          },
          producers: [],
          consumers: [
            {
              via: {
                kind: 'Trigger',
                namespace: 'payments',
                name: 'fraud',
                filter: [
                  { name: 'type', value: 'com.example.payment.received' },
                ],
              },
              match: 'yes',
              reasons: [],
              subscriber: {
                reference: {
                  group: '',
                  kind: 'Service',
                  namespace: 'payments',
                  name: 'fraud-detector',
                },
                kubernetesId: 'fraud-detector',
                found: 'yes',
              },
              link: {
                state: 'linked',
                components: ['component:risk/fraud-detector'],
              },
            },
          ],
          consumerCounts: { yes: 1, maybe: 0 },
          relatedConsumers: ['component:risk/fraud-detector'],
          relatedProducers: [],
          searchLines: [
            { text: 'com example payment received' },
            { text: 'A payment was received' },
          ],
          findings: [],
        },
      },
    });
  });

  it('gives the longest type a title that can be sorted by', async () => {
    const type = 'com.example.'.repeat(40);
    const { entities } = read(eventMesh({ eventTypes: [eventType({ type })] }));
    const api = entityOf(entities, 'api:payments/payment-received');
    await expectAccepted(api);

    expect(api.metadata.title).toBe(type.slice(0, 200));
    expect(api.spec?.eventMesh).toMatchObject({ type });
  });

  it('turns a broker into a Component', async () => {
    const { entities } = read(eventMesh());
    const component = entityOf(entities, 'component:payments/default-broker');
    await expectAccepted(component);
    expect(component).toMatchObject({
      metadata: { title: 'payments/default' },
      spec: {
        type: 'broker',
        providesApis: ['api:payments/payment-received'],
        system: 'system:default/knative-event-mesh-dev',
        eventMesh: {
          brokerClass: 'MTChannelBasedBroker',
          address:
            'http://broker-ingress.knative-eventing.svc/payments/default',
          triggers: [
            {
              via: { namespace: 'payments', name: 'fraud' },
              link: { state: 'linked' },
              eventTypes: [
                {
                  entityRef: 'api:payments/payment-received',
                  type: 'com.example.payment.received',
                  match: 'yes',
                  reasons: [],
                },
              ],
            },
          ],
          findings: [],
        },
      },
    });
  });

  it('describes the environment', () => {
    const { environment } = read(
      eventMesh({
        triggers: [
          trigger(),
          trigger({ name: 'same-subscriber' }),
          trigger({
            name: 'uri',
            subscriber: { uri: 'http://a', found: 'yes' },
          }),
          trigger({ name: 'none', subscriber: undefined }),
        ],
        omitted: [
          { kind: 'Service', reason: 'forbidden', message: 'b' },
          { kind: 'Channel', reason: 'unsupported', message: 'a' },
        ],
      }),
    );
    expect(environment).toEqual({
      environment: 'dev',
      serviceVersion: '0.1.0',
      counts: [
        { kind: 'Broker', count: 1 },
        { kind: 'EventPolicy', count: 0 },
        { kind: 'EventType', count: 1 },
        { kind: 'Subscription', count: 0 },
        { kind: 'Trigger', count: 4 },
      ],
      policies: [],
      linkCoverage: { linked: 1, total: 2 },
      omitted: [
        { kind: 'Channel', reason: 'unsupported', message: 'a' },
        { kind: 'Service', reason: 'forbidden', message: 'b' },
      ],
      findings: [],
    });
  });

  it('relates to nothing that the mesh does not contain', () => {
    const { entities } = read(
      eventMesh({
        brokers: [broker({ providedEventTypes: ['payments/gone'] })],
        eventTypes: [
          eventType({
            reference: {
              group: 'eventing.knative.dev',
              kind: 'Broker',
              namespace: 'payments',
              name: 'gone',
            },
          }),
        ],
      }),
    );
    const component = entityOf(entities, 'component:payments/default-broker');
    const api = entityOf(entities, 'api:payments/payment-received');
    expect(component.spec?.providesApis).toEqual([]);
    expect(api.spec?.eventMesh).toMatchObject({
      provider: { reference: { name: 'gone' } },
    });
    expect(JSON.stringify(api.spec)).not.toContain('gone-broker');
  });

  describe('consumers', () => {
    const related = (mesh: EventMesh, overrides?: Partial<EntityOptions>) => {
      const { entities } = read(mesh, overrides);
      const api = entityOf(entities, 'api:payments/payment-received');
      return (api.spec?.eventMesh as { relatedConsumers: string[] })
        .relatedConsumers;
    };
    const possible = eventMesh({
      eventTypes: [
        eventType({ consumers: [via('fraud', { match: 'maybe' })] }),
      ],
    });
    const upstream = eventMesh({
      eventTypes: [
        eventType({
          consumers: undefined,
          consumedBy: ['fraud-detector', 'x'],
        }),
      ],
      triggers: undefined,
    });

    it('relates possible consumers only on request', () => {
      expect(related(possible)).toEqual([]);
      expect(related(possible, { relatePossibleConsumers: true })).toEqual([
        'component:risk/fraud-detector',
      ]);
    });

    it('relates consumers without triggers only on request', () => {
      expect(related(upstream)).toEqual([]);
      expect(related(upstream, { trustConsumedBy: true })).toEqual([
        'component:risk/fraud-detector',
      ]);
    });

    it('does not fall back to consumedBy when there are triggers', () => {
      const mesh = { ...upstream, triggers: [] };
      expect(related(mesh, { trustConsumedBy: true })).toEqual([]);
    });

    it('relates a broker that is the subscriber', () => {
      const reference = {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'default',
      };
      expect(
        related(
          eventMesh({
            triggers: [trigger({ subscriber: { reference, found: 'yes' } })],
          }),
        ),
      ).toEqual(['component:payments/default-broker']);
    });

    it('leaves out a consumer whose trigger is not there', () => {
      const { warnings } = read(eventMesh({ triggers: [] }));
      expect(warnings).toEqual([
        'the consumer of EventType payments/payment-received through Trigger payments/fraud, because the answer does not contain that',
      ]);
    });
  });

  it('puts each finding where it belongs', () => {
    const finding = (kind: string, name: string) => ({
      code: `about${kind}`,
      severity: 'warning' as const,
      object: {
        group: 'eventing.knative.dev',
        kind,
        namespace: 'payments',
        name,
      },
      message: 'm',
      action: 'a',
    });
    const { entities, environment } = read(
      eventMesh({
        findings: [
          finding('Trigger', 'fraud'),
          finding('Broker', 'default'),
          finding('EventType', 'payment-received'),
          finding('Trigger', 'gone'),
          finding('Sequence', 'default'),
        ],
      }),
    );
    const codes = (ref: string) =>
      (
        entityOf(entities, ref).spec?.eventMesh as {
          findings: { code: string }[];
        }
      ).findings.map(({ code }) => code);
    expect(codes('api:payments/payment-received')).toEqual(['aboutEventType']);
    expect(codes('component:payments/default-broker')).toEqual([
      'aboutBroker',
      'aboutTrigger',
    ]);
    expect(environment.findings.map(({ code }) => code)).toEqual([
      'aboutSequence',
      'aboutTrigger',
    ]);
  });

  it('shows a schema that is no payload as text, with the reason', () => {
    const schemaData = '{"$ref":"http://evil.example.com/"}';
    const { entities } = read(
      eventMesh({ eventTypes: [eventType({ schemaData })] }),
    );
    const api = entityOf(entities, 'api:payments/payment-received');
    expect(api.spec?.eventMesh).toMatchObject({
      rawSchema: schemaData,
      findings: [
        {
          code: 'schemaShownRaw',
          message:
            'The schema is shown as text and is not part of the definition: it has the $ref "http://evil.example.com/" to another document.',
        },
      ],
    });
    expect(api.spec?.definition).not.toContain('evil');
  });

  it('keeps one of several objects with one identity, and warns', () => {
    const { entities, warnings } = read(
      eventMesh({
        eventTypes: [eventType({ uid: 'b' }), eventType({ uid: 'a' })],
        brokers: [broker(), broker()],
      }),
    );
    expect(entities).toHaveLength(2);
    expect(warnings).toContain(
      'EventType payments/payment-received, because the answer contains it more than once',
    );
    expect(warnings).toContain(
      'Broker payments/default, because the answer contains it more than once',
    );
  });

  it.each<[string, Parameters<typeof eventType>[0]]>([
    ['a long name', { name: 'et-'.repeat(80) }],
    ['an illegal name', { name: 'Größe/..' }],
    ['an illegal namespace', { namespace: 'A_b.' }],
    ['an empty description', { description: '' }],
    ['a type that is no tag', { type: 'Com.Example/{x} y' }],
    ['illegal labels', { labels: { 'A/b/c': 'x y', a: '-' } }],
    ['labels that differ in case', { labels: { a: '1', A: '2' } }],
    ['upper case in an annotation prefix', { annotations: { 'X.io/a': 'b' } }],
    ['annotations that differ in case', { annotations: { a: '1', A: '2' } }],
    [
      'annotations of the catalog',
      { annotations: { 'backstage.io/Managed-By-Location': 'url:http://x' } },
    ],
    ['a link that is no URL', { schemaURL: 'see the wiki' }],
    ['a placeholder as schema', { schemaData: '{"$text":"http://evil/"}' }],
    [
      'attributes that differ in case',
      {
        attributes: [
          { name: 'a', value: '1', required: true },
          { name: 'A', value: '2', required: true },
          { name: '$text', value: '2', required: true },
        ],
      },
    ],
    ['no uid', { uid: '' }],
  ])('emits what the catalog accepts for %s', async (_, overrides) => {
    const { entities } = read(
      eventMesh({ eventTypes: [eventType(overrides)] }),
    );
    expect(entities).toHaveLength(2);
    await Promise.all(entities.map(expectAccepted));
  });

  it('keeps foreign structures out of the entity', () => {
    const { entities } = read(
      eventMesh({
        triggers: [
          trigger({
            filter: { b: '1', $text: 'x', a: '2' },
            filters: [{ exact: { $json: 'http://evil/' } }],
          }),
        ],
      }),
    );
    const api = entityOf(entities, 'api:payments/payment-received');
    expectNoTwinsOrPlaceholders(api);
    expect(api.spec?.eventMesh).toMatchObject({
      consumers: [
        {
          via: {
            filter: [
              { name: '$text', value: 'x' },
              { name: 'a', value: '2' },
              { name: 'b', value: '1' },
            ],
            filters: '[{"exact":{"$json":"http://evil/"}}]',
          },
        },
      ],
    });
  });

  it('keeps the beginning of filters that are too long to be repeated', () => {
    const { entities } = read(
      eventMesh({
        triggers: [trigger({ filters: [{ cesql: 'x'.repeat(100_000) }] })],
      }),
    );
    for (const ref of [
      'api:payments/payment-received',
      'component:payments/default-broker',
    ]) {
      const text = JSON.stringify(entityOf(entities, ref));
      expect(text).toContain('"filtersCut":true');
      expect(text.length).toBeLessThan(25_000);
    }
  });

  it('carries reasons to both ends, for a certain match too', () => {
    const reasons = [
      {
        code: 'attributeNotDeclared' as const,
        attribute: 'country',
        expression: "country = 'CH'",
        text: "The expression `country = 'CH'` depends on `country`.",
      },
    ];
    const note = [
      {
        code: 'filterSkipped' as const,
        text: 'An empty value in `filter` asks for nothing.',
      },
    ];
    const { entities } = read(
      eventMesh({
        eventTypes: [
          eventType({
            consumers: [
              via('fraud', { match: 'maybe', reasons }),
              via('audit', { reasons: note }),
            ],
          }),
        ],
        triggers: [trigger(), trigger({ name: 'audit' })],
      }),
    );
    const audit = { match: 'yes', reasons: note };
    const fraud = { match: 'maybe', reasons };

    const api = entityOf(entities, 'api:payments/payment-received');
    expect(api.spec?.eventMesh).toMatchObject({ consumers: [audit, fraud] });
    const component = entityOf(entities, 'component:payments/default-broker');
    expect(component.spec?.eventMesh).toMatchObject({
      triggers: [{ eventTypes: [audit] }, { eventTypes: [fraud] }],
    });
  });

  it('tells that nobody consumes an event type from not knowing', () => {
    const consumersOf = (
      consumers: EventMesh['eventTypes'][0]['consumers'],
    ) => {
      const { entities } = read(
        eventMesh({ eventTypes: [eventType({ consumers })] }),
      );
      const api = entityOf(entities, 'api:payments/payment-received');
      return (api.spec?.eventMesh as JsonObject).consumers;
    };

    expect(consumersOf([])).toEqual([]);
    expect(consumersOf(undefined)).toBeUndefined();
  });

  it('gives APIs the type and definition of upstream on request', async () => {
    const schemaData = '{"type":"object"}';
    const definitionOf = (overrides: Parameters<typeof eventType>[0]) => {
      const { entities } = read(
        eventMesh({ eventTypes: [eventType(overrides)] }),
        { apiType: 'eventType' },
      );
      return entityOf(entities, 'api:payments/payment-received');
    };
    const api = definitionOf({ schemaData });
    await expectAccepted(api);
    expect(api.spec).toMatchObject({
      type: 'eventType',
      definition: schemaData,
    });
    expect(definitionOf({}).spec).toMatchObject({ definition: '{}' });
  });

  it('refers to entities by the names that they have', async () => {
    const mesh = eventMesh({
      eventTypes: [eventType({ consumers: [via()] })],
    });
    const { entities } = read(mesh, {
      entityNamespace: 'prod-{namespace}',
      naming: 'upstream',
      system: 'system:default/shop',
      ownerByNamespace: { payments: 'group:default/payments' },
    });
    await Promise.all(entities.map(expectAccepted));
    expect(entities.map(entity => stringifyEntityRef(entity))).toEqual([
      'api:prod-payments/payment-received',
      'component:prod-payments/default',
    ]);
    expect(entities[0].spec).toMatchObject({
      system: 'system:default/shop',
      owner: 'group:default/payments',
      eventMesh: {
        provider: { entityRef: 'component:prod-payments/default' },
      },
    });
    expect(entities[1].spec).toMatchObject({
      system: 'system:default/shop',
      owner: 'group:default/payments',
      providesApis: ['api:prod-payments/payment-received'],
      eventMesh: {
        triggers: [
          {
            eventTypes: [{ entityRef: 'api:prod-payments/payment-received' }],
          },
        ],
      },
    });
  });

  it('gives an object with an owner to that owner', () => {
    const owned = { 'knative-event-mesh/owner': 'team-a' };
    const { entities } = read(
      eventMesh({
        eventTypes: [eventType({ annotations: owned })],
        brokers: [broker({ annotations: { ...owned, a: 'b' } })],
      }),
    );
    expect(entities.map(({ spec }) => spec?.owner)).toEqual([
      'group:default/team-a',
      'group:default/team-a',
    ]);
  });

  it('leaves the second of two objects out that upstream gives one name', () => {
    const { entities, warnings } = read(
      eventMesh({
        subscribables: [channel({ name: 'default' })],
        eventTypes: [],
      }),
      { naming: 'upstream' },
    );
    expect(entities).toHaveLength(1);
    expect(entities[0].spec?.type).toBe('broker');
    expect(warnings).toEqual([
      'a second object with the entity ref component:payments/default',
    ]);
  });
});
