import {
  KUBERNETES_ID,
  type Destination,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import type { KnownObjects } from './knownObjects';
import type { Metadata } from './metadata';
import type { DestinationSpec } from './references';
import { serviceBehind } from './serviceBehind';
import { KNATIVE_SERVICE, SERVICE, type GroupKind } from './knative';

/** What became of looking for a referenced object. */
export type DestinationLookup =
  | { found: 'yes'; labels: Record<string, string>; kubernetesId?: string }
  /** It is not in a complete list. */
  | { found: 'no' }
  /** It was not read. */
  | { found: 'unknown' };

/** Looks up a referenced object among those that were read. */
export type FindDestination = (reference: ObjectReference) => DestinationLookup;

/** Tells whether all objects of a kind in a namespace were read. */
export type IsRead = (kind: GroupKind & { namespace: string }) => boolean;

/**
 * Says what is known of a destination.
 *
 * @param resolved - what the conditions of its holder say about the object, which
 * decides where the object was not read (design §3)
 */
export type DescribeDestination = (
  destination: DestinationSpec,
  resolved?: Destination['found'],
) => Destination;

/** Where destinations are looked for. */
export interface DestinationSources {
  known: KnownObjects;
  isRead: IsRead;
  /** For objects that are of no kind of the mesh. */
  findDestination: FindDestination;
}

/** Prepares the question what is known of a destination. */
export function prepareDestinations(
  sources: DestinationSources,
): DescribeDestination {
  const { known } = sources;
  const lookUp = prepareLookup(sources);

  return (destination, resolved = 'unknown') => {
    const { reference, uri } = destination;
    if (!reference) {
      const behind = uri === undefined ? undefined : objectBehind(uri, sources);
      return behind
        ? { reference: behind, uri, ...lookUp(behind) }
        : { uri, found: 'unknown' };
    }
    const lookup = lookUp(reference);
    return {
      ...destination,
      reference: known.visible(reference),
      ...lookup,
      found: lookup.found === 'unknown' ? resolved : lookup.found,
    };
  };
}

function prepareLookup({
  known,
  isRead,
  findDestination,
}: DestinationSources): FindDestination {
  return reference => {
    const object = known.find(reference);
    if (object) {
      const { labels } = object.metadata;
      const kubernetesId = kubernetesIdOf(object.metadata);
      return {
        found: 'yes',
        labels,
        ...(kubernetesId ? { kubernetesId } : {}),
      };
    }
    return isRead(reference) ? { found: 'no' } : findDestination(reference);
  };
}

/** The `backstage.io/kubernetes-id` of an object: its label, else its annotation. */
export function kubernetesIdOf({
  labels,
  annotations,
}: Pick<Metadata, 'labels' | 'annotations'>): string | undefined {
  return labels[KUBERNETES_ID] || annotations[KUBERNETES_ID] || undefined;
}

/**
 * The object that a URL addresses: one of the mesh with just this address, else
 * the Knative Service or the Service of its host (knative.md 4.1, "Reader rule").
 */
function objectBehind(
  uri: string,
  sources: DestinationSources,
): ObjectReference | undefined {
  const atAddress = sources.known.atAddress(uri);
  const service = serviceBehind(uri);
  if (atAddress || !service) {
    return atAddress;
  }
  // A Knative Service has a Service of the same name, which is only its way in.
  const knativeService = { ...KNATIVE_SERVICE, ...service };
  return sources.findDestination(knativeService).found === 'yes'
    ? knativeService
    : { ...SERVICE, ...service };
}
