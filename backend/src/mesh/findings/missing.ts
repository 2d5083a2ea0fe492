import type {
  Delivery,
  Destination,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { BROKER, EVENT_TYPE, SUBSCRIPTION, TRIGGER } from '../knative';
import { finding, type FindingCode } from './codes';
import { referenceOf, type FindingContext } from './context';
import { nameOf } from './words';

/** A finding for everything that is referred to and certainly does not exist. */
export function missingFindings(context: FindingContext): Finding[] {
  return [
    ...missingBrokers(context),
    ...missingChannels(context),
    ...missingProviders(context),
    ...missingDestinations(context),
  ];
}

function missingBrokers({ triggers, isRead }: FindingContext): Finding[] {
  return triggers.flatMap(({ trigger, broker }) => {
    const wanted = { ...BROKER, ...trigger.broker };
    if (broker || !isRead(wanted)) {
      return [];
    }
    const { namespace, name } = trigger.metadata;
    const object = { ...TRIGGER, namespace, name };
    return finding(
      'brokerMissing',
      object,
      `${nameOf(object)} belongs to ${nameOf(
        wanted,
      )}, which does not exist, so that it receives nothing.`,
      `Create the broker, or create the trigger anew with another one in spec.broker.`,
    );
  });
}

function missingChannels({ mesh, known, isRead }: FindingContext): Finding[] {
  return mesh.subscriptions.flatMap(({ namespace, name, channel }) => {
    if (known.find(channel) || !isRead(channel)) {
      return [];
    }
    const object = { ...SUBSCRIPTION, namespace, name };
    return finding(
      'channelMissing',
      object,
      `${nameOf(object)} is to ${nameOf(
        channel,
      )}, which does not exist, so that it receives nothing.`,
      `Create the channel, or create the subscription anew with another one in spec.channel.`,
    );
  });
}

function missingProviders({ mesh, known, isRead }: FindingContext): Finding[] {
  return mesh.eventTypes.flatMap(({ namespace, name, reference }) => {
    if (!reference || known.find(reference) || !isRead(reference)) {
      return [];
    }
    const object = { ...EVENT_TYPE, namespace, name };
    return finding(
      'providerMissing',
      object,
      `${nameOf(object)} refers to ${nameOf(
        reference,
      )}, which does not exist, so that nobody can receive it.`,
      `Create it, or delete the event type and create it anew with another spec.reference.`,
    );
  });
}

/** A destination that something names, and in which of its fields. */
interface Named {
  holder: ObjectReference;
  code: FindingCode;
  /** What the destination is to its holder. */
  role: string;
  field: string;
  destination?: Destination;
}

function missingDestinations({ mesh }: FindingContext): Finding[] {
  return [...namedDestinations(mesh)].flatMap(
    ({ holder, code, role, field, destination }) => {
      const { found, reference } = destination ?? {};
      return found === 'no' && reference
        ? finding(
            code,
            holder,
            `The ${role} of ${nameOf(holder)}, ${nameOf(
              reference,
            )}, does not exist.`,
            `Create it, or correct ${field} of ${nameOf(holder)}.`,
          )
        : [];
    },
  );
}

function* namedDestinations(
  mesh: FindingContext['mesh'],
): Generator<Named, void> {
  for (const { namespace, name, delivery } of mesh.brokers) {
    yield deadLetterSink({ ...BROKER, namespace, name }, delivery);
  }
  for (const channel of mesh.subscribables) {
    yield deadLetterSink(referenceOf(channel), channel.delivery);
  }
  for (const { namespace, name, subscriber, delivery } of mesh.triggers) {
    const holder = { ...TRIGGER, namespace, name };
    yield subscriberOf(holder, subscriber);
    yield deadLetterSink(holder, delivery);
  }
  for (const subscription of mesh.subscriptions) {
    const { namespace, name, subscriber, reply, delivery } = subscription;
    const holder = { ...SUBSCRIPTION, namespace, name };
    yield subscriberOf(holder, subscriber);
    yield replyOf(holder, 'spec.reply', reply);
    yield deadLetterSink(holder, delivery);
  }
  for (const source of mesh.sources) {
    yield* destinationsOfSource(source);
  }
  for (const flow of mesh.flows) {
    yield* destinationsOfFlow(flow);
  }
}

function* destinationsOfSource(
  source: FindingContext['mesh']['sources'][number],
): Generator<Named, void> {
  const holder = referenceOf(source);
  yield {
    holder,
    code: 'sinkMissing',
    role: 'sink',
    field: 'spec.sink',
    destination: source.destination,
  };
  yield deadLetterSink(holder, source.delivery);
  for (const destination of source.workloads ?? []) {
    yield {
      holder,
      code: 'workloadMissing',
      role: 'subject',
      field: 'spec.subject',
      destination,
    };
  }
}

function* destinationsOfFlow(
  flow: FindingContext['mesh']['flows'][number],
): Generator<Named, void> {
  const holder = referenceOf(flow);
  yield replyOf(
    holder,
    flow.kind === 'EventTransform' ? 'spec.sink' : 'spec.reply',
    flow.reply,
  );
  yield deadLetterSink(holder, flow.delivery);
  const list = flow.kind === 'Parallel' ? 'spec.branches' : 'spec.steps';
  for (const [index, step] of flow.steps.entries()) {
    const field = `${list}[${index}]`;
    yield subscriberOf(holder, step.subscriber, field);
    yield {
      ...subscriberOf(holder, step.filter, `${field}.filter`),
      role: 'filter',
    };
    yield replyOf(holder, `${field}.reply`, step.reply);
    yield deadLetterSink(holder, step.delivery, `${field}.delivery`);
  }
}

function subscriberOf(
  holder: ObjectReference,
  destination: Destination | undefined,
  field = 'spec.subscriber',
): Named {
  const code = 'subscriberMissing';
  return { holder, code, role: 'subscriber', field, destination };
}

function replyOf(
  holder: ObjectReference,
  field: string,
  destination: Destination | undefined,
): Named {
  return { holder, code: 'replyMissing', role: 'reply', field, destination };
}

function deadLetterSink(
  holder: ObjectReference,
  delivery: Delivery | undefined,
  field = 'spec.delivery',
): Named {
  // What is inherited is a finding of where it comes from.
  const isOwn = delivery?.deadLetterSinkFrom === 'own';
  return {
    holder,
    code: 'deadLetterSinkMissing',
    role: 'dead letter sink',
    field: `${field}.deadLetterSink`,
    ...(isOwn ? { destination: delivery.deadLetterSink } : {}),
  };
}
