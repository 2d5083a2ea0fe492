import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { originLocation } from './entities/locations';
import { environmentRef } from './entities/names';

const PAGE_SIZE = 1_000;

/** What is derived from several objects, so that it may outlive one of them. */
const DERIVED = [
  'spec.providesApis',
  ...[
    'type',
    'provider',
    'consumers',
    'producers',
    'triggers',
    'subscriptions',
    'senders',
    'sink',
    'workloads',
    'steps',
    'reply',
    'delivery',
  ].map(name => `spec.eventMesh.${name}`),
];

/**
 * Reads the entity of an environment as the catalog has it, without its
 * relations: everything in the environment is part of it.
 */
export async function readEnvironmentEntity(
  environment: string,
  services: { catalog: CatalogService; auth: AuthService },
): Promise<Entity | undefined> {
  const { items } = await services.catalog.getEntitiesByRefs(
    {
      entityRefs: [environmentRef(environment)],
      fields: ['apiVersion', 'kind', 'metadata', 'spec'],
    },
    { credentials: await services.auth.getOwnServiceCredentials() },
  );
  const [entity] = items;
  return entity && isFrom(entity, environment) ? entity : undefined;
}

/**
 * Reads all entities of an environment: what they stand for and, if it is asked
 * for, what is derived from other objects.
 */
export async function readOwnEntities(
  environment: string,
  services: { catalog: CatalogService; auth: AuthService },
  { withDerived = false }: { withDerived?: boolean } = {},
): Promise<Entity[]> {
  const entities: Entity[] = [];
  const pages = services.catalog.streamEntities(
    {
      query: {
        [`metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`]:
          originLocation(environment),
      },
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        // The catalog looks for each field in each entity: a dozen of them take
        // longer than the whole.
        'metadata.annotations',
        ...(withDerived ? DERIVED : []),
      ],
      pageSize: PAGE_SIZE,
      totalItems: 'exclude',
    },
    { credentials: await services.auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    entities.push(...page.filter(entity => isFrom(entity, environment)));
  }
  return entities;
}

function isFrom(entity: Entity, environment: string): boolean {
  return (
    entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION] ===
    originLocation(environment)
  );
}
