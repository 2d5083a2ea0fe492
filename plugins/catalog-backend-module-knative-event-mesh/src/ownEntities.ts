import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import { originLocation } from './entities/locations';
import { environmentRef } from './entities/names';

const PAGE_SIZE = 1_000;

/** Reads the entity of an environment as the catalog has it. */
export async function readEnvironmentEntity(
  environment: string,
  services: { catalog: CatalogService; auth: AuthService },
): Promise<Entity | undefined> {
  const entity = await services.catalog.getEntityByRef(
    environmentRef(environment),
    { credentials: await services.auth.getOwnServiceCredentials() },
  );
  return entity && isFrom(entity, environment) ? entity : undefined;
}

/** Reads all entities of an environment, with their consumers only. */
export async function readOwnEntities(
  environment: string,
  services: { catalog: CatalogService; auth: AuthService },
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
        `metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`,
        ...Object.values(eventMeshAnnotations).map(
          name => `metadata.annotations.${name}`,
        ),
        'spec.eventMesh.consumers',
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
