import { stringifyEntityRef } from '@backstage/catalog-model';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import { expectAccepted } from '../__testUtils__/expectAccepted';
import { permute, randomMesh, withoutTwins } from '../__testUtils__/randomMesh';
import { broker, eventType, flow, sink } from '../testUtils';
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

  it('renames nothing when an object is added', () => {
    for (let round = 0; round < 50; round++) {
      const mesh = randomMesh();
      const before = read(mesh).entities.map(item => stringifyEntityRef(item));
      const after = read({
        ...mesh,
        eventTypes: [...mesh.eventTypes, eventType({ name: 'added' })],
        brokers: [...mesh.brokers, broker({ name: 'added' })],
        sinks: [...(mesh.sinks ?? []), sink({ name: 'added' })],
        flows: [...(mesh.flows ?? []), flow({ name: 'added' })],
      }).entities.map(item => stringifyEntityRef(item));
      expect(after).toEqual(expect.arrayContaining(before));
    }
  });
});
