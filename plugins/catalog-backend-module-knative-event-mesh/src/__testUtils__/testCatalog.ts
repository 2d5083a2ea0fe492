import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  CatalogService,
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';

/** A catalog that shows what a provider has written into it, at once or later. */
export interface TestCatalog {
  /** Shows what is in it now until it is told to catch up. */
  lag(): void;
  catchUp(): void;
  catalog: CatalogService;
  connection: EntityProviderConnection;
  /** Every mutation, in order. */
  mutations: EntityProviderMutation[];
  /** Full refs of what is in it, sorted. */
  refs(): string[];
  entity(ref: string): Entity | undefined;
}

/** A catalog that holds the given entities of others. */
export function testCatalog(others: Entity[] = []): TestCatalog {
  const entities = new Map<string, Entity>();
  const mutations: EntityProviderMutation[] = [];
  let shown: Entity[] | undefined;
  const service = () =>
    catalogServiceMock({
      entities: [...others, ...(shown ?? entities.values())],
    });

  return {
    mutations,
    lag() {
      shown = [...entities.values()];
    },
    catchUp() {
      shown = undefined;
    },
    catalog: new Proxy(service(), {
      get(_, name: keyof CatalogService) {
        const now = service();
        return now[name].bind(now);
      },
    }),
    connection: {
      refresh: async () => {},
      async applyMutation(mutation) {
        mutations.push(mutation);
        if (mutation.type === 'full') {
          entities.clear();
        } else {
          for (const item of mutation.removed) {
            entities.delete(
              'entityRef' in item
                ? item.entityRef
                : stringifyEntityRef(item.entity),
            );
          }
        }
        const added =
          mutation.type === 'full' ? mutation.entities : mutation.added;
        for (const { entity } of added) {
          // As a catalog does, so that nothing is shared with the provider.
          const copy: Entity = JSON.parse(JSON.stringify(entity));
          entities.set(stringifyEntityRef(entity), copy);
        }
      },
    },
    refs: () => [...entities.keys()].sort(),
    entity: ref => entities.get(ref),
  };
}
