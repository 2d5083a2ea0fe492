import type {
  Emission,
  MeshLink,
  ObjectReference,
  Producer,
} from 'backstage-plugin-knative-event-mesh-common';
import type { EventTypeObject } from './eventType';
import { controllerOf } from './generated';
import { getOrCreate } from './group';
import { isOfKind, SUBSCRIPTION, TRIGGER } from './knative';
import type { KnownObjects } from './knownObjects';
import type { ReadySource } from './prepareSources';
import type { Provision } from './provision';
import { referenceKey } from './references';
import { sortedBy } from './sort';

/** What is known to send an event type, sorted. */
export type FindProducers = (
  eventType: EventTypeObject,
  provision: Provision,
) => Producer[];

/**
 * Prepares the question who sends an event type: the source that owns it, the
 * subscriber that was seen to reply with it, and sources that state that they send
 * just this to just there (knative.md 4.6 and 5). A type alone proves nothing:
 * every PingSource sends the same.
 */
export function prepareProducers(
  sources: readonly ReadySource[],
  known: KnownObjects,
): FindProducers {
  const emittersOfType = groupEmitters(sources);
  const isSource = new Set(
    sources.map(({ reference }) => referenceKey(reference)),
  );

  return (eventType, { provider, repliedThrough }) => {
    const found = new Map<string, Producer>();
    const add = (
      reference: ObjectReference,
      producer: Omit<Producer, 'via'>,
    ) => {
      // The first evidence is the strongest.
      getOrCreate(found, referenceKey(reference), () => ({
        via: linkTo(reference),
        ...producer,
      }));
    };

    const owner = known.withUid(controllerOf(eventType) ?? '');
    const source = owner && known.visible(owner.reference);
    if (source && isSource.has(referenceKey(source))) {
      add(source, { match: 'yes', evidence: 'ownerReference' });
    }
    if (repliedThrough) {
      add(repliedThrough, { match: 'yes', evidence: 'reply' });
    }
    const emitters = provider
      ? emittersOfType.get(emitterKey(provider, eventType.type)) ?? []
      : [];
    for (const { reference, emission } of emitters) {
      const match = matchSource(eventType, emission);
      if (match !== 'no') {
        const evidence =
          emission.match === 'yes' ? 'ceAttributes' : 'sourceKind';
        add(reference, {
          match: emission.match === 'yes' ? match : 'maybe',
          evidence,
        });
      }
    }
    return sortedBy(
      [...found.values()],
      ({ via }) => via.kind,
      ({ via }) => via.namespace,
      ({ via }) => via.name,
    );
  };
}

interface Emitter {
  reference: ObjectReference;
  emission: Emission;
}

function groupEmitters(
  sources: readonly ReadySource[],
): Map<string, Emitter[]> {
  const emitters = new Map<string, Emitter[]>();
  for (const { reference, destination, emissions } of sources) {
    const sink = destination?.reference;
    if (!sink) {
      continue;
    }
    for (const emission of emissions) {
      getOrCreate(emitters, emitterKey(sink, emission.type), () => []).push({
        reference,
        emission,
      });
    }
  }
  return emitters;
}

function emitterKey(provider: ObjectReference, type: string): string {
  return `${referenceKey(provider)} ${type}`;
}

/** Whether what a source sends is what an event type declares. */
function matchSource(
  { attributes }: EventTypeObject,
  emission: Emission,
): 'yes' | 'maybe' | 'no' {
  const declared = attributes.find(({ name }) => name === 'source')?.value;
  if (declared === undefined || declared === emission.source) {
    return 'yes';
  }
  return emission.source === undefined || declared.includes('{')
    ? 'maybe'
    : 'no';
}

function linkTo(reference: ObjectReference): MeshLink {
  const { group, kind, namespace, name } = reference;
  return isOfKind(reference, TRIGGER) || isOfKind(reference, SUBSCRIPTION)
    ? { kind, namespace, name }
    : { group, kind, namespace, name };
}
