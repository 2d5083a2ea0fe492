import {
  KUBERNETES_ID,
  type Destination,
  type Source,
} from 'backstage-plugin-knative-event-mesh-common';
import { kubernetesIdOf, type DescribeDestination } from '../destinations';
import type { ReadySource } from '../prepareSources';
import type { SourceObject } from '../source';
import { sortedBy } from '../sort';
import type { FindSelected } from '../workload';
import { ownDelivery } from './deliveries';

/** An event type that a source certainly sends. */
export interface SentEventType {
  /** `<namespace>/<name>`. */
  key: string;
  /** The CloudEvents `type`. */
  type: string;
}

/** Describes a source. */
export function describeSource(
  { source, destination, emissions, mayEmitOthers }: ReadySource,
  sent: readonly SentEventType[],
  lookups: { describe: DescribeDestination; findSelected: FindSelected },
): Source {
  const { metadata, group, kind, ceOverrides, identity, settings, readiness } =
    source;
  const delivery = ownDelivery(source, lookups.describe);
  const workloads = describeWorkloads(source, lookups);
  const stated = emissions.filter(({ match }) => match === 'yes');
  return {
    group,
    kind,
    ...metadata,
    ...(destination?.reference ? { sink: destination.reference } : {}),
    providedEventTypes: unique(sent.map(({ key }) => key)),
    providedEventTypeTypes: unique(
      [...stated, ...sent].map(({ type }) => type),
    ),
    ...(destination ? { destination } : {}),
    emissions,
    mayEmitOthers,
    ...(ceOverrides.length > 0 ? { ceOverrides } : {}),
    ...(delivery ? { delivery } : {}),
    ...(workloads.length > 0 ? { workloads } : {}),
    ...(identity ? { identity } : {}),
    ...(settings.length > 0 ? { settings } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

/**
 * What a binding makes send; and, where the source or its pods carry an id, what
 * that id names (knative.md 4.6).
 */
function describeWorkloads(
  { subject, podLabels = {}, metadata }: SourceObject,
  {
    describe,
    findSelected,
  }: { describe: DescribeDestination; findSelected: FindSelected },
): Destination[] {
  const workloads: Destination[] = [];
  if (subject?.name) {
    const { group, kind, namespace, name } = subject;
    workloads.push(describe({ reference: { group, kind, namespace, name } }));
  }
  const ownId = podLabels[KUBERNETES_ID] || kubernetesIdOf(metadata);
  const ids = [
    ...(subject && !subject.name ? findSelected(subject) : []),
    ...(ownId ? [ownId] : []),
  ];
  for (const kubernetesId of unique(ids)) {
    workloads.push({ kubernetesId, found: 'yes' });
  }
  return workloads;
}

function unique(texts: readonly string[]): string[] {
  return sortedBy([...new Set(texts)], text => text);
}
