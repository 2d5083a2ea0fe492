import { Parser } from '@asyncapi/parser';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import { expectAccepted } from '../__testUtils__/expectAccepted';
import { permute, randomMesh, withoutTwins } from '../__testUtils__/randomMesh';
import {
  broker,
  channel,
  eventType,
  flow,
  policy,
  sink,
  source,
  subscription,
  trigger,
} from '../testUtils';
import { toEntities } from '.';

const options = {
  environment: 'dev',
  owner: 'group:default/platform',
  lifecycle: 'production',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: ['*'], annotations: ['*'] },
};
const components = {
  byId: new Map([
    ['fraud-detector', [{ entityRef: 'component:risk/fraud-detector' }]],
  ]),
  selecting: [],
};

function read(mesh: EventMesh) {
  return toEntities(mesh, components, options);
}

/** Every ref of an API or Component in the fields that hold refs. */
function refsIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') {
    return [
      'components',
      'dependsOn',
      'entityRef',
      'providesApis',
      'relatedConsumers',
      'relatedProducers',
    ].includes(key)
      ? [value]
      : [];
  }
  if (Array.isArray(value)) {
    return value.flatMap(item => refsIn(item, key));
  }
  return Object.entries(value ?? {}).flatMap(([name, item]) =>
    refsIn(item, name),
  );
}

describe('toEntities of any mesh', () => {
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
      const mesh = withoutTwins(randomMesh());
      expect(read(permute(mesh))).toEqual(read(mesh));
    }
  });

  it('relates to nothing but what there is', () => {
    let related = 0;
    for (let round = 0; round < 100; round++) {
      const { entities } = read(randomMesh());
      const known = new Set([
        'component:risk/fraud-detector',
        ...entities.map(entity => stringifyEntityRef(entity)),
      ]);
      for (const ref of entities.flatMap(entity => refsIn(entity.spec))) {
        related += 1;
        expect(known).toContain(ref);
      }
    }
    expect(related).toBeGreaterThan(1_000);
  });

  const added: Record<string, (mesh: EventMesh) => Partial<EventMesh>> = {
    eventType: ({ eventTypes }) => ({
      eventTypes: [...eventTypes, eventType({ name: 'added' })],
    }),
    broker: ({ brokers }) => ({
      brokers: [...brokers, broker({ name: 'added' })],
    }),
    trigger: ({ triggers = [] }) => ({
      triggers: [...triggers, trigger({ name: 'added' })],
    }),
    channel: ({ subscribables }) => ({
      subscribables: [...(subscribables ?? []), channel({ name: 'added' })],
    }),
    subscription: ({ subscriptions = [] }) => ({
      subscriptions: [...subscriptions, subscription({ name: 'added' })],
    }),
    source: ({ sources }) => ({
      sources: [...(sources ?? []), source({ name: 'added' })],
    }),
    sink: ({ sinks = [] }) => ({ sinks: [...sinks, sink({ name: 'added' })] }),
    flow: ({ flows = [] }) => ({ flows: [...flows, flow({ name: 'added' })] }),
    policy: ({ policies = [] }) => ({
      policies: [...policies, policy({ name: 'added' })],
    }),
  };
  it.each(Object.entries(added))(
    'renames nothing when one is added: %s',
    (_, add) => {
      for (let round = 0; round < 20; round++) {
        const mesh = randomMesh();
        const refsOf = (of: EventMesh) =>
          read(of).entities.map(item => stringifyEntityRef(item));
        const after = refsOf({ ...mesh, ...add(mesh) });
        expect(after).toEqual(expect.arrayContaining(refsOf(mesh)));
      }
    },
  );

  // The parser takes half a second per definition, so not each is asked for.
  it('gives definitions that the AsyncAPI parser takes', async () => {
    const definitions = new Map<string, string>();
    for (let round = 0; round < 100; round++) {
      for (const { spec } of read(randomMesh()).entities) {
        if (typeof spec?.definition === 'string') {
          const { components: parts } = JSON.parse(spec.definition);
          const kind = JSON.stringify(parts.messages.event.payload ?? null);
          definitions.set(kind, spec.definition);
        }
      }
    }
    expect(definitions.size).toBeGreaterThan(3);
    for (const definition of definitions.values()) {
      const { document, diagnostics } = await new Parser().parse(definition);
      expect(diagnostics.filter(({ severity }) => severity === 0)).toEqual([]);
      expect(document?.allMessages().all()).toHaveLength(1);
    }
  }, 120_000);
});
