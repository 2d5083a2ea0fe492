import type {
  Finding,
  ObjectReference,
  Subscription,
  Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { groupedBy } from '../group';
import { BROKER, TRIGGER } from '../knative';
import { referenceKey } from '../references';
import { finding } from './codes';
import { referenceOf, type FindingContext } from './context';
import { listed, nameOf } from './words';

/**
 * Findings for links of which nothing keeps what they cannot deliver: one for each
 * broker and channel, as that is where one dead letter sink would do for all.
 */
export function deadLetterFindings({ mesh }: FindingContext): Finding[] {
  const losing = mesh.triggers.filter(isLosing);
  const triggersOf = groupedBy(losing, ({ broker }) =>
    referenceKey({ ...BROKER, ...broker }),
  );
  const subscriptionsOf = groupedBy(
    mesh.subscriptions.filter(isLosing),
    ({ channel }) => referenceKey(channel),
  );
  return [
    ...mesh.brokers.flatMap(({ namespace, name, delivery }) => {
      const broker = { ...BROKER, namespace, name };
      const triggers = triggersOf.get(referenceKey(broker)) ?? [];
      return delivery?.deadLetterSink
        ? triggers.map(trigger => hidden(broker, trigger))
        : without(broker, 'trigger', triggers);
    }),
    ...mesh.subscribables.flatMap(channel => {
      const reference = referenceOf(channel);
      const links = subscriptionsOf.get(referenceKey(reference)) ?? [];
      return without(reference, 'subscription', links);
    }),
  ];
}

/** Known to have none; where the delivery cannot be told, neither can this. */
function isLosing({ delivery }: Trigger | Subscription): boolean {
  return delivery !== undefined && !delivery.deadLetterSink;
}

function without(
  holder: ObjectReference,
  link: 'trigger' | 'subscription',
  links: readonly { name: string }[],
): Finding[] {
  if (links.length === 0) {
    return [];
  }
  const count = links.length === 1 ? `a ${link}` : `${links.length} ${link}s`;
  return [
    finding(
      'noDeadLetterSink',
      holder,
      `What ${count} of ${nameOf(
        holder,
      )} cannot deliver is lost, because there is no dead letter sink: ${listed(
        links.map(({ name }) => name),
      )}.`,
      `Set spec.delivery.deadLetterSink of ${nameOf(
        holder,
      )}, or of each ${link}.`,
    ),
  ];
}

/** A Kafka broker's delivery does not count beside a trigger's (knative.md 4.3). */
function hidden(
  broker: ObjectReference,
  { namespace, name }: Trigger,
): Finding {
  const object = { ...TRIGGER, namespace, name };
  return finding(
    'deadLetterSinkHidden',
    object,
    `What ${nameOf(
      object,
    )} cannot deliver is lost: it has a spec.delivery without a dead letter sink, and with this class of broker that hides the one of ${nameOf(
      broker,
    )}.`,
    `Repeat the dead letter sink in spec.delivery of ${nameOf(
      object,
    )}, or leave out its spec.delivery.`,
  );
}
