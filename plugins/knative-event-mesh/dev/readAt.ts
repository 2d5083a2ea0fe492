import type { Entity } from '@backstage/catalog-model';

/** The entities as if their clusters had been read at that time. */
export function readAt(entities: Entity[], time: Date): Entity[] {
  return entities.map(entity =>
    entity.kind === 'System' && entity.spec?.eventMesh
      ? {
          ...entity,
          spec: {
            ...entity.spec,
            eventMesh: {
              ...(entity.spec.eventMesh as object),
              lastGoodPoll: time.toISOString(),
            },
          },
        }
      : entity,
  );
}
