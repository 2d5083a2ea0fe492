import type { Emission } from 'backstage-plugin-knative-event-mesh-common';
import { sortedBy } from './sort';
import type { SourceObject } from './source';

/** What a source sends, as far as it can be known from the object. */
export interface Emissions {
  /** Sorted by type and source. */
  emissions: Emission[];
  /** Whether it may send other event types, too. */
  mayEmitOthers: boolean;
}

/**
 * Tells what a source sends: what its status states, and of a KafkaSource what it
 * makes of records that are no CloudEvents (knative.md 4.6).
 */
export function emissionsOf(source: SourceObject): Emissions {
  const stated = source.ceAttributes.map(
    (attributes): Emission => ({ ...attributes, match: 'yes' }),
  );
  const possible = source.kind === 'KafkaSource' ? kafkaRecords(source) : [];
  return {
    emissions: sortedBy(
      [...stated, ...possible],
      ({ type }) => type,
      emission => emission.source,
    ),
    mayEmitOthers: stated.length === 0,
  };
}

/** Records that are CloudEvents pass as they are; these are the others. */
function kafkaRecords({ metadata, settings }: SourceObject): Emission[] {
  const { namespace, name } = metadata;
  const source = `/apis/v1/namespaces/${namespace}/kafkasources/${name}`;
  const topics = settings.find(setting => setting.name === 'topics')?.value;
  return (topics ?? '')
    .split(/[\s,]+/)
    .filter(topic => topic !== '')
    .map(topic => ({
      type: 'dev.knative.kafka.event',
      source: `${source}#${topic}`,
      match: 'maybe',
    }));
}
