import type {
  Destination,
  EventMesh,
  Flow,
} from 'backstage-plugin-knative-event-mesh-common';

/** Every destination that a mesh names, as often as it does. */
export function* destinationsOf(mesh: EventMesh): Generator<Destination> {
  for (const destination of named(mesh)) {
    if (destination) {
      yield destination;
    }
  }
}

function* named(mesh: EventMesh): Generator<Destination | undefined> {
  for (const { delivery } of [...mesh.brokers, ...mesh.subscribables]) {
    yield delivery?.deadLetterSink;
  }
  for (const { subscriber, delivery } of mesh.triggers ?? []) {
    yield subscriber;
    yield delivery?.deadLetterSink;
  }
  for (const { subscriber, reply, delivery } of mesh.subscriptions ?? []) {
    yield subscriber;
    yield reply;
    yield delivery?.deadLetterSink;
  }
  for (const { destination, delivery, workloads = [] } of mesh.sources) {
    yield destination;
    yield delivery?.deadLetterSink;
    yield* workloads;
  }
  for (const flow of mesh.flows ?? []) {
    yield* destinationsOfFlow(flow);
  }
}

/** Everything that a flow sends to, or would if it named something. */
export function destinationsOfFlow({
  steps,
  reply,
  delivery,
}: Flow): (Destination | undefined)[] {
  return [
    ...steps.flatMap(step => [
      step.filter,
      step.subscriber,
      step.reply,
      step.delivery?.deadLetterSink,
    ]),
    reply,
    delivery?.deadLetterSink,
  ];
}
