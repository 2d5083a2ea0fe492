import {
  mockServices,
  TestDatabases,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import catalogModuleKnativeEventMesh from '.';
import {
  catalogEntity,
  eventually,
  manualScheduler,
  startCatalog,
  startTestService,
  type TestService,
} from './__testUtils__/testBackend';
import { eventMesh } from './testUtils';

jest.setTimeout(60_000);

const api = 'api:payments/payment-received';
const staged = 'api:staging-payments/payment-received';

/** What an operator writes who prefers a catalog without events to none. */
const continueOnFailure = {
  backend: {
    startup: {
      plugins: {
        catalog: {
          modules: {
            'knative-event-mesh': { onPluginModuleBootFailure: 'continue' },
          },
        },
      },
    },
  },
};

describe('a backend that starts with wrong settings', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let service: TestService;
  let backend: TestBackend | undefined;
  let right: { production: JsonObject; staging: JsonObject };

  beforeEach(async () => {
    service = await startTestService(eventMesh());
    const connection = { baseUrl: service.url, token: 'abc' };
    right = {
      production: { ...connection, entityNamespace: '{namespace}' },
      staging: { ...connection, entityNamespace: 'staging-{namespace}' },
    };
  });

  afterEach(async () => {
    await backend?.stop();
    backend = undefined;
    await service.stop();
  });

  const entity = (ref: string) => catalogEntity(backend!, ref);
  const relationsOf = async (ref: string) =>
    (await entity(ref))?.relations
      ?.map(({ type, targetRef }) => `${type} ${targetRef}`)
      .sort();
  const relations = [
    'apiProvidedBy component:payments/default-broker',
    'ownedBy group:default/unknown',
    'partOf system:default/knative-event-mesh-production',
  ];

  /** A database in which both environments have their entities. */
  async function filledDatabase() {
    const knex = await databases.init('SQLITE_3');
    const scheduler = manualScheduler();
    backend = await startCatalog(right, [
      catalogModuleKnativeEventMesh,
      scheduler.feature,
      mockServices.database.factory({ knex }),
    ]);
    for (const environment of ['production', 'staging']) {
      await scheduler.run(
        `KnativeEventMeshEntityProvider:${environment}:refresh`,
      );
    }
    await eventually(() => relationsOf(api), relations);
    await eventually(async () => Boolean(await entity(staged)), true);
    await backend.stop();
    backend = undefined;
    return knex;
  }

  it.each<[string, (settings: typeof right) => JsonObject]>([
    [
      'a value',
      ({ production, staging }) => ({
        production: { ...production, naming: 'mine' },
        staging,
      }),
    ],
    [
      'the key of a setting',
      ({ production, staging }) => ({
        production,
        staging: { ...staging, namespace: ['payments'] },
      }),
    ],
    [
      'all of an environment',
      ({ staging }) => ({ production: 'http://mesh', staging }),
    ],
    [
      'the key of another environment',
      settings => ({ Third_One: settings.staging, ...settings }),
    ],
    [
      'the environments together',
      ({ production, staging }) => ({
        production,
        staging: { ...staging, entityNamespace: '{namespace}' },
      }),
    ],
  ])('loses nothing when %s is wrong', async (_, wrong) => {
    const knex = await filledDatabase();
    const scheduler = manualScheduler();
    const start = (data: JsonObject) =>
      startCatalog(
        wrong(right),
        [
          catalogModuleKnativeEventMesh,
          scheduler.feature,
          mockServices.database.factory({ knex }),
        ],
        data,
      );

    await expect(start({})).rejects.toThrow(
      /catalog\.providers\.knativeEventMesh/,
    );

    backend = await start(continueOnFailure);
    // Time for the catalog to process everything once more without the module.
    await new Promise(resolve => setTimeout(resolve, 4_000));
    expect(await relationsOf(api)).toEqual(relations);
    expect(await entity(staged)).toBeDefined();
    expect(service.asked).toBe(2);
  });

  it('removes the entities of an environment that is not configured any more', async () => {
    const knex = await filledDatabase();
    backend = await startCatalog({ production: right.production }, [
      catalogModuleKnativeEventMesh,
      manualScheduler().feature,
      mockServices.database.factory({ knex }),
    ]);
    await eventually(async () => Boolean(await entity(staged)), false);
    expect(await relationsOf(api)).toEqual(relations);
  });
});
