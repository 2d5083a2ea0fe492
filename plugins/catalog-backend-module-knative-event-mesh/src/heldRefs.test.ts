import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { withoutHeldRefs } from './heldRefs';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  flow,
  sink,
  source,
} from './testUtils';

const auth = mockServices.auth();
const naming = { environment: 'dev' };

function entity(kind: string, name: string, origin?: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind,
    metadata: {
      name,
      namespace: 'payments',
      annotations: origin
        ? { 'backstage.io/managed-by-origin-location': origin }
        : {},
    },
  };
}

const mesh = eventMesh({
  subscribables: [channel()],
  sources: [source()],
  sinks: [sink()],
  flows: [flow()],
});

function ask(entities: Entity[], owned: string[] = []) {
  return withoutHeldRefs(mesh, {
    config: naming,
    owned: new Set(owned),
    services: { catalog: catalogServiceMock({ entities }), auth },
  });
}

describe('withoutHeldRefs', () => {
  it('leaves a mesh as it is whose refs are free or its own', async () => {
    expect(
      await ask([
        entity('Component', 'default-broker', 'knative-event-mesh:dev'),
        entity('Component', 'default', 'url:https://example.com'),
      ]),
    ).toBe(mesh);
  });

  it.each([
    [
      'API',
      'payment-received',
      'eventTypes',
      'EventType payments/payment-received',
    ],
    ['Component', 'default-broker', 'brokers', 'Broker payments/default'],
    ['Component', 'orders-channel', 'subscribables', 'Channel payments/orders'],
    ['Component', 'clock-pingsource', 'sources', 'PingSource payments/clock'],
    ['Component', 'archive-jobsink', 'sinks', 'JobSink payments/archive'],
    ['Component', 'screening-sequence', 'flows', 'Sequence payments/screening'],
  ] as const)(
    'leaves the %s %s alone that a user holds',
    async (kind, name, list, object) => {
      const { findings, ...free } = await ask([
        entity(kind, name, 'url:https://example.com/catalog-info.yaml'),
      ]);
      expect(free).toEqual({ ...mesh, findings: undefined, [list]: [] });
      expect(findings).toEqual([
        {
          code: 'nameTaken',
          severity: 'warning',
          object: expect.objectContaining({ namespace: 'payments' }),
          message: `${object} is not in the catalog, because its entity would be ${kind.toLowerCase()}:payments/${name}, which comes from url:https://example.com/catalog-info.yaml already.`,
          action: expect.stringContaining('entityNamespace'),
        },
      ]);
    },
  );

  it('leaves alone what another environment holds, and what has no origin', async () => {
    const { brokers, sinks } = await ask([
      entity('Component', 'default-broker', 'knative-event-mesh:prod'),
      entity('Component', 'archive-jobsink'),
    ]);
    expect([brokers, sinks]).toEqual([[], []]);
  });

  it('asks for nothing that it has itself, and for the rest by 500', async () => {
    const getEntitiesByRefs = jest.fn(
      async ({ entityRefs }: { entityRefs: string[] }) => ({
        items: entityRefs.map(() => undefined),
      }),
    );
    const services = {
      catalog: catalogServiceMock.mock({ getEntitiesByRefs }),
      auth,
    };
    const large = eventMesh({
      brokers: [broker()],
      eventTypes: Array.from({ length: 1_200 }, (_, index) =>
        eventType({ name: `e${index}` }),
      ),
    });
    const owned = new Set(['component:payments/default-broker']);
    await withoutHeldRefs(large, { config: naming, owned, services });
    expect(
      getEntitiesByRefs.mock.calls.map(([{ entityRefs }]) => entityRefs.length),
    ).toEqual([500, 500, 200]);

    getEntitiesByRefs.mockClear();
    owned.add('api:payments/payment-received');
    await withoutHeldRefs(eventMesh(), { config: naming, owned, services });
    expect(getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('does not ask about what is out of scope', async () => {
    const getEntitiesByRefs = jest.fn();
    await withoutHeldRefs(mesh, {
      config: { ...naming, namespaces: ['orders'] },
      owned: new Set(),
      services: {
        catalog: catalogServiceMock.mock({ getEntitiesByRefs }),
        auth,
      },
    });
    expect(getEntitiesByRefs).not.toHaveBeenCalled();
  });

  it('fails when the catalog does', async () => {
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async () => {
        throw new Error('catalog is down');
      },
    });
    await expect(
      withoutHeldRefs(mesh, {
        config: naming,
        owned: new Set(),
        services: { catalog, auth },
      }),
    ).rejects.toThrow('catalog is down');
  });
});
