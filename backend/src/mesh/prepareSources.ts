import type {
  Destination,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { DescribeDestination } from './destinations';
import { emissionsOf, type Emissions } from './emissions';
import { referenceTo } from './meshObject';
import type { SourceObject } from './source';

/** A source with where it sends what. */
export interface ReadySource extends Emissions {
  source: SourceObject;
  reference: ObjectReference;
  destination?: Destination;
}

/** Looks up where sources send. */
export function prepareSources(
  sources: readonly SourceObject[],
  describeDestination: DescribeDestination,
): ReadySource[] {
  return sources.map(source => {
    const { sink, sinkUri } = source;
    return {
      source,
      reference: referenceTo(source, source),
      ...emissionsOf(source),
      ...(sink
        ? {
            destination: describeDestination(sink, sinkUri ? 'yes' : 'unknown'),
          }
        : {}),
    };
  });
}
