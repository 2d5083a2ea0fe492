import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';

const ofTheMesh =
  / (providesApi|apiProvidedBy|apiConsumedBy|consumesApi|dependsOn|dependencyOf) /;

/**
 * The relations that the mesh is responsible for, as sorted lines. Who belongs
 * to whom in the portal alone is not the mesh's business.
 */
export function meshRelations(entities: Entity[]): string[] {
  return entities
    .flatMap(entity =>
      (entity.relations ?? []).map(
        ({ type, targetRef }) =>
          `${stringifyEntityRef(entity)} ${type} ${targetRef}`,
      ),
    )
    .filter(
      line => ofTheMesh.test(line) || line.includes('knative-event-mesh-demo'),
    )
    .filter(line => !/ (ownedBy|ownerOf) /.test(line))
    .sort();
}
