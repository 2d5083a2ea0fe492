import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  eventMeshAnnotations,
  type Finding,
  readBrokerDetails,
  readChannelDetails,
  readEnvironmentDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';

/** A finding, and where in the catalog it stands. */
export interface MeshFinding extends Finding {
  /** A key that no other finding of the entity has. */
  id: string;
  /** Full ref of the entity that carries it, which may stand for another object. */
  entityRef: string;
  environment: string;
}

const readers = [
  readEventTypeDetails,
  readBrokerDetails,
  readChannelDetails,
  readSourceDetails,
  readSinkDetails,
  readFlowDetails,
  readEnvironmentDetails,
];

/** The fields of an entity that {@link findingsOf} reads. */
export const findingFields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.annotations',
  'spec.eventMesh.findings',
  // Without these, nothing is read of an environment.
  'spec.eventMesh.environment',
  'spec.eventMesh.lastGoodPoll',
];

/** What is wrong with, or worth knowing of, what an entity stands for. */
export function findingsOf(entity: Entity): MeshFinding[] {
  const entityRef = stringifyEntityRef(entity);
  const environment =
    entity.metadata.annotations?.[eventMeshAnnotations.environment] ?? '';
  const details = readers
    .map(read => read(entity))
    .find(read => read !== undefined);

  return (details?.findings ?? []).map((finding, index) => ({
    ...finding,
    id: `${entityRef} ${index}`,
    entityRef,
    environment,
  }));
}
