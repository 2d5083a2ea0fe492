import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import { isGenerated, uidsIn } from './generated';
import { KNATIVE_SERVICE, SERVICE } from './knative';
import type { MeshObjects } from './meshObjects';
import type { DestinationSpec } from './references';
import { serviceBehind } from './serviceBehind';

/**
 * The objects that have to be looked up to tell where events go and what sends
 * them; some of them more than once, and some may be of a kind of the mesh.
 */
export function wantedReferences(objects: MeshObjects): ObjectReference[] {
  const uids = uidsIn(objects);
  const visible = <T extends Parameters<typeof isGenerated>[0]>(
    items: readonly T[],
  ) => items.filter(item => !isGenerated(item, uids));

  const destinations: (DestinationSpec | undefined)[] = [
    ...objects.brokers.map(({ delivery }) => delivery?.deadLetterSink),
    ...visible(objects.triggers).flatMap(({ subscriber, delivery }) => [
      subscriber,
      delivery?.deadLetterSink,
    ]),
    ...visible(objects.channels).map(
      ({ delivery }) => delivery?.deadLetterSink,
    ),
    ...visible(objects.subscriptions).flatMap(
      ({ subscriber, reply, delivery }) => [
        subscriber,
        reply,
        delivery?.deadLetterSink,
      ],
    ),
    ...visible(objects.sources).flatMap(({ sink, delivery }) => [
      sink,
      delivery?.deadLetterSink,
    ]),
    ...visible(objects.flows).flatMap(({ steps, reply, delivery }) => [
      reply,
      delivery?.deadLetterSink,
      ...steps.flatMap(step => [
        step.filter,
        step.subscriber,
        step.reply,
        step.delivery?.deadLetterSink,
      ]),
    ]),
  ];
  return [
    ...destinations.flatMap(destination => referencesIn(destination)),
    ...visible(objects.sources).flatMap(({ subject }) => {
      const { group, kind, namespace, name } = subject ?? {};
      return group !== undefined && kind && namespace && name
        ? { group, kind, namespace, name }
        : [];
    }),
  ];
}

function referencesIn(
  destination: DestinationSpec | undefined,
): ObjectReference[] {
  if (!destination) {
    return [];
  }
  const { reference, uri } = destination;
  if (reference) {
    return [reference];
  }
  const service = uri === undefined ? undefined : serviceBehind(uri);
  return service
    ? [
        { ...SERVICE, ...service },
        { ...KNATIVE_SERVICE, ...service },
      ]
    : [];
}
