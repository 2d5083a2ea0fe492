import { stringifyEntityRef } from '@backstage/catalog-model';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import { describeReference } from '../lib/describeReference';
import { meshObjectOf } from '../lib/meshObjectOf';
import { roleFilter } from '../lib/roleFilter';
import { type CatalogReading, useCatalogReading } from './useCatalogReading';

/** A broker to choose. */
export interface BrokerChoice {
  /** Full entity ref. */
  entityRef: string;
  /** Such as `Broker payments/default`. */
  name: string;
  environment: string;
  /** Of Kubernetes. */
  namespace: string;
}

/** Reads which brokers there are, in the order of their names. */
export function useBrokers(): CatalogReading<BrokerChoice[]> {
  return useCatalogReading(async catalogApi => {
    const brokers: BrokerChoice[] = [];
    const pages = catalogApi.streamEntities({
      filter: { [roleFilter]: 'broker' },
      fields: ['kind', 'metadata'],
    });
    for await (const entities of pages) {
      for (const entity of entities) {
        const object = meshObjectOf(entity);
        brokers.push({
          entityRef: stringifyEntityRef(entity),
          name: describeReference(object),
          namespace: object.namespace,
          environment:
            entity.metadata.annotations?.[eventMeshAnnotations.environment] ??
            '',
        });
      }
    }
    return brokers.sort((a, b) =>
      `${a.name} ${a.environment}` < `${b.name} ${b.environment}` ? -1 : 1,
    );
  }, 'brokers');
}
