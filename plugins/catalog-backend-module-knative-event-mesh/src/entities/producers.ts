import type {
  Destination,
  EventProducer,
  EventType,
  LinkedDestination,
  Source,
} from 'backstage-plugin-knative-event-mesh-common';
import type { LinkContext } from '../links';
import type { Connections } from './connections';
import { describeDestination, sortedByReference } from './describe';
import type { MeshIndex } from './meshIndex';
import { compareTexts, linkReference, objectKey, referenceTo } from './names';

/** What is known to send an event type, with the entities it stands for; sorted. */
export function describeProducers(
  { producers = [] }: EventType,
  connections: Connections,
  index: MeshIndex,
  context: LinkContext,
): EventProducer[] {
  const described = producers.map(({ via, match, evidence }) => {
    const reference = linkReference(via);
    const found = index.find(reference);
    if (found?.role === 'source') {
      return {
        via: reference,
        match,
        evidence,
        entityRef: found.entityRef,
        workloads: describeWorkloads(found.object, context),
        readiness: found.object.readiness,
      };
    }
    const link = connections.find(via);
    return {
      via: reference,
      match,
      evidence,
      workloads: link
        ? [{ destination: link.subscriber, link: link.link }]
        : [],
      readiness: link?.via.readiness,
    };
  });
  return sortedByReference(
    described,
    producer => producer.via,
    producer => producer.match,
    producer => producer.evidence,
  );
}

/** What runs as a source or sends through it, sorted. */
export function describeWorkloads(
  source: Source,
  context: LinkContext,
): LinkedDestination[] {
  const place = {
    holder: referenceTo(source),
    field: 'spec.subject',
    referenceField: 'spec.subject',
  };
  const byKey = new Map(
    (source.workloads ?? []).map(workload => [workloadKey(workload), workload]),
  );
  return [...byKey]
    .sort(([left], [right]) => compareTexts(left, right))
    .flatMap(
      ([, workload]) => describeDestination(workload, place, context) ?? [],
    );
}

function workloadKey({ reference, uri, kubernetesId }: Destination): string {
  return JSON.stringify([reference && objectKey(reference), uri, kubernetesId]);
}
