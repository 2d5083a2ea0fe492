import type { EventProducer } from 'backstage-plugin-knative-event-mesh-common';

/** Why something is taken for a producer, in a sentence for a developer. */
export function describeEvidence({
  evidence,
  match,
  via,
}: Pick<EventProducer, 'evidence' | 'match' | 'via'>): string {
  switch (evidence) {
    case 'ownerReference':
      return `Knative has created the event type for this ${via.kind}.`;
    case 'ceAttributes':
      return match === 'yes'
        ? 'Its status says that it sends events of this type.'
        : 'Whether it sends events of this type depends on what it takes in.';
    case 'reply':
      return 'Knative saw an event of this type come back as an answer.';
    default:
      return 'The catalog does not say why.';
  }
}
