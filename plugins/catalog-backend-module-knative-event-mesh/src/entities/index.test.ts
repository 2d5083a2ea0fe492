import {
  apiEntityV1alpha1Validator,
  componentEntityV1alpha1Validator,
  EntityPolicies,
  FieldFormatEntityPolicy,
  NoForeignRootFieldsEntityPolicy,
  SchemaValidEntityPolicy,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import type { ComponentsById } from '../consumers';
import { broker, eventMesh, eventType, trigger, via } from '../testUtils';
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

const components: ComponentsById = new Map([
  ['fraud-detector', [{ entityRef: 'component:risk/fraud-detector' }]],
]);

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

const policy = EntityPolicies.allOf([
  new SchemaValidEntityPolicy(),
  new NoForeignRootFieldsEntityPolicy(),
  new FieldFormatEntityPolicy(),
]);

/** Fails as the catalog does, or would when it builds its search index. */
async function expectAccepted(entity: Entity) {
  await policy.enforce(entity);
  expect(
    (await apiEntityV1alpha1Validator.check(entity)) ||
      (await componentEntityV1alpha1Validator.check(entity)),
  ).toBe(true);
  expectNoTwinsOrPlaceholders(entity);
}

function expectNoTwinsOrPlaceholders(value: unknown) {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  if (!Array.isArray(value)) {
    const keys = Object.keys(value);
    expect(new Set(keys.map(key => key.toLowerCase())).size).toBe(keys.length);
    expect(keys.filter(key => key.startsWith('$'))).toEqual([]);
  }
  Object.values(value).forEach(expectNoTwinsOrPlaceholders);
}

describe('toEntities', () => {
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
          consumers: [
            {
              trigger: {
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
          relatedConsumers: ['component:risk/fraud-detector'],
          findings: [],
        },
      },
    });
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
              trigger: { namespace: 'payments', name: 'fraud' },
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
        { kind: 'EventType', count: 1 },
        { kind: 'Trigger', count: 4 },
      ],
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
        'the consumer of EventType payments/payment-received through Trigger payments/fraud, because the answer does not contain that trigger',
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
            'The schema is shown as text and is not part of the definition: it has a $ref.',
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
          trigger: {
            filter: [
              { name: '$text', value: 'x' },
              { name: 'a', value: '2' },
              { name: 'b', value: '1' },
            ],
            filters: expect.stringContaining('"$json": "http://evil/"'),
          },
        },
      ],
    });
  });

  describe('with meshes of every size', () => {
    let seed = 7;
    const random = (below: number) => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return Math.floor((seed / 2_147_483_648) * below);
    };
    const pick = <T>(items: readonly T[]): T => items[random(items.length)];
    const shuffle = <T>(items: T[]): T[] => {
      const rest = [...items];
      const shuffled: T[] = [];
      while (rest.length > 0) {
        shuffled.push(...rest.splice(random(rest.length), 1));
      }
      return shuffled;
    };
    const names = [
      'a',
      'b',
      'A',
      'a-broker',
      'x'.repeat(64),
      'ä',
      '$text',
      '__proto__',
      'constructor',
    ];
    const some = <T>(make: () => T) =>
      Array.from({ length: random(6) }, () => make());

    function randomMesh(): EventMesh {
      const namespace = () => pick(['payments', 'orders', 'Ä']);
      const brokers = some(() =>
        broker({
          name: pick(names),
          namespace: namespace(),
          providedEventTypes: some(() => `${namespace()}/${pick(names)}`),
        }),
      );
      const triggers = some(() =>
        trigger({
          name: pick(names),
          namespace: namespace(),
          broker: { namespace: namespace(), name: pick(names) },
          filter: Object.fromEntries(some(() => [pick(names), pick(names)])),
        }),
      );
      const eventTypes = some(() =>
        eventType({
          name: pick(names),
          namespace: namespace(),
          uid: pick(names),
          labels: Object.fromEntries(some(() => [pick(names), pick(names)])),
          consumers: [
            ...new Map(
              triggers.map(item => [
                `${item.namespace}/${item.name}`,
                via(item.name, {
                  via: {
                    kind: 'Trigger',
                    namespace: item.namespace,
                    name: item.name,
                  },
                  match: pick(['yes', 'maybe']),
                }),
              ]),
            ).values(),
          ],
        }),
      );
      const findings = some(() => ({
        code: pick(names),
        severity: 'info' as const,
        object: {
          group: 'eventing.knative.dev',
          kind: pick(['EventType', 'Broker', 'Trigger']),
          namespace: namespace(),
          name: pick(names),
        },
        message: pick(names),
        action: pick(names),
      }));
      return eventMesh({ brokers, triggers, eventTypes, findings });
    }

    function permute(mesh: EventMesh): EventMesh {
      return {
        ...mesh,
        brokers: shuffle(
          mesh.brokers.map(item => ({
            ...item,
            providedEventTypes: shuffle(item.providedEventTypes),
          })),
        ),
        triggers: shuffle(mesh.triggers ?? []),
        eventTypes: shuffle(mesh.eventTypes),
        findings: shuffle(mesh.findings ?? []),
        omitted: shuffle(mesh.omitted ?? []),
      };
    }

    it('gives entities that the catalog accepts, each ref once', async () => {
      for (let round = 0; round < 100; round++) {
        const { entities } = read(randomMesh());
        await Promise.all(entities.map(expectAccepted));
        const refs = entities.map(entity => stringifyEntityRef(entity));
        expect(new Set(refs).size).toBe(refs.length);
      }
    });

    it('gives the same entities in whatever order the answer is', () => {
      for (let round = 0; round < 100; round++) {
        // Objects with one identity that differ in a nested list only are the
        // one thing whose choice depends on the order inside them.
        const mesh = randomMesh();
        mesh.brokers = [
          ...new Map(
            mesh.brokers.map(item => [`${item.namespace}/${item.name}`, item]),
          ).values(),
        ];
        expect(read(permute(mesh))).toEqual(read(mesh));
      }
    });

    it('renames nothing when an object is added', () => {
      for (let round = 0; round < 50; round++) {
        const mesh = randomMesh();
        const before = read(mesh).entities.map(item =>
          stringifyEntityRef(item),
        );
        const after = read({
          ...mesh,
          eventTypes: [...mesh.eventTypes, eventType({ name: 'added' })],
          brokers: [...mesh.brokers, broker({ name: 'added' })],
        }).entities.map(item => stringifyEntityRef(item));
        expect(after).toEqual(expect.arrayContaining(before));
      }
    });
  });
});
