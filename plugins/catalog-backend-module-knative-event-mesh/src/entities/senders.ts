import type {
  Destination,
  EventMesh,
  Sender,
} from 'backstage-plugin-knative-event-mesh-common';
import { sortedByReference } from './describe';
import type { MeshIndex } from './meshIndex';
import { linkReference, objectKey } from './names';

/**
 * What sends to each object of a mesh, as far as it names that: by ref of the
 * entity of the receiver, sorted.
 *
 * @remarks
 * May rest after each object. A dead letter sink that many triggers take over from their broker is named
 * once, as that of the broker.
 */
export function* collectSenders(
  mesh: EventMesh,
  index: MeshIndex,
): Generator<void, ReadonlyMap<string, Sender[]>> {
  const senders = new Map<string, Map<string, Sender>>();
  const add = (
    sender: Omit<Sender, 'as'>,
    as: Sender['as'],
    destination: Destination | undefined,
  ) => {
    const receiver =
      destination?.reference && index.find(destination.reference)?.entityRef;
    if (receiver) {
      const known = senders.get(receiver) ?? new Map<string, Sender>();
      senders.set(receiver, known);
      known.set(`${as} ${objectKey(sender.reference)}`, { ...sender, as });
    }
  };

  for (const { role, reference, entityRef, object } of index.objects) {
    const sender = { reference, entityRef };
    switch (role) {
      case 'broker':
      case 'channel':
        add(sender, 'deadLetter', object.delivery?.deadLetterSink);
        break;
      case 'source':
        add(sender, 'source', object.destination);
        add(sender, 'deadLetter', object.delivery?.deadLetterSink);
        break;
      case 'flow':
        add(sender, 'reply', object.reply);
        add(sender, 'deadLetter', object.delivery?.deadLetterSink);
        for (const step of object.steps) {
          add(sender, 'subscriber', step.filter);
          add(sender, 'subscriber', step.subscriber);
          add(sender, 'reply', step.reply);
          add(sender, 'deadLetter', step.delivery?.deadLetterSink);
        }
        break;
      default:
    }
    yield;
  }
  for (const { namespace, name, ...trigger } of mesh.triggers ?? []) {
    const sender = {
      reference: linkReference({ kind: 'Trigger', namespace, name }),
    };
    add(sender, 'subscriber', trigger.subscriber);
    add(sender, 'deadLetter', ownDeadLetterSink(trigger));
    yield;
  }
  for (const { namespace, name, ...subscription } of mesh.subscriptions ?? []) {
    const sender = {
      reference: linkReference({ kind: 'Subscription', namespace, name }),
    };
    add(sender, 'subscriber', subscription.subscriber);
    add(sender, 'reply', subscription.reply);
    add(sender, 'deadLetter', ownDeadLetterSink(subscription));
    yield;
  }

  return new Map(
    [...senders].map(([receiver, known]) => [
      receiver,
      sortedByReference(
        known.values(),
        sender => sender.reference,
        sender => sender.as,
      ),
    ]),
  );
}

function ownDeadLetterSink({
  delivery,
}: {
  delivery?: { deadLetterSink?: Destination; deadLetterSinkFrom?: string };
}): Destination | undefined {
  return delivery?.deadLetterSinkFrom === 'own'
    ? delivery.deadLetterSink
    : undefined;
}
