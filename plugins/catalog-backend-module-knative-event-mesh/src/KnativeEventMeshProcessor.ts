import {
  ANNOTATION_ORIGIN_LOCATION,
  getCompoundEntityRef,
  parseEntityRef,
  RELATION_API_CONSUMED_BY,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_PROVIDES_API,
  type Entity,
} from '@backstage/catalog-model';
import {
  processingResult,
  type CatalogProcessor,
  type CatalogProcessorEmit,
} from '@backstage/plugin-catalog-node';
import { readEventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';
import { LOCATION_TYPE } from './entities/locations';

/**
 * Relates event types with who consumes and who sends them, in both directions.
 *
 * @remarks
 * It runs for every entity of the catalog in every processing loop, so it asks
 * nobody anything: the provider has written both into the entity.
 */
export class KnativeEventMeshProcessor implements CatalogProcessor {
  /** {@inheritdoc @backstage/plugin-catalog-node#CatalogProcessor.getProcessorName} */
  getProcessorName(): string {
    return 'KnativeEventMeshProcessor';
  }

  /** {@inheritdoc @backstage/plugin-catalog-node#CatalogProcessor.postProcessEntity} */
  async postProcessEntity(
    entity: Entity,
    _location: unknown,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (entity.kind !== 'API' || !isOurs(entity)) {
      return entity;
    }
    const details = readEventTypeDetails(entity);
    const relate = (refs: string[], type: string, inverse: string) => {
      const api = getCompoundEntityRef(entity);
      for (const ref of refs) {
        const other = parseEntityRef(ref);
        emit(processingResult.relation({ source: api, type, target: other }));
        emit(
          processingResult.relation({
            source: other,
            type: inverse,
            target: api,
          }),
        );
      }
    };
    relate(
      details?.relatedConsumers ?? [],
      RELATION_API_CONSUMED_BY,
      RELATION_CONSUMES_API,
    );
    relate(
      details?.relatedProducers ?? [],
      RELATION_API_PROVIDED_BY,
      RELATION_PROVIDES_API,
    );
    return entity;
  }
}

/** Anyone can write our annotations into a file; only we have this origin. */
function isOurs(entity: Entity): boolean {
  return Boolean(
    entity.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION]?.startsWith(
      `${LOCATION_TYPE}:`,
    ),
  );
}
