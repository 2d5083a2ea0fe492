import {
  KUBERNETES_ID,
  type Destination,
  type Finding,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { getOrCreate } from '../group';
import { referenceKey } from '../references';
import { finding } from './codes';
import type { FindingContext } from './context';
import { listed, nameOf } from './words';

interface Unlinked {
  subscriber: ObjectReference;
  /** What delivers to it. */
  links: string[];
}

/** A finding for each object that receives events and does not say whose it is. */
export function unlinkedFindings(context: FindingContext): Finding[] {
  const unlinked = new Map<string, Unlinked>();
  for (const [link, destination] of subscribers(context)) {
    const subscriber = destination && unlinkedObject(destination, context);
    if (subscriber) {
      getOrCreate(unlinked, referenceKey(subscriber), () => ({
        subscriber,
        links: [],
      })).links.push(link);
    }
  }
  return [...unlinked.values()].map(({ subscriber, links }) =>
    finding(
      'subscriberNotLinked',
      subscriber,
      `${nameOf(
        subscriber,
      )} receives events, but does not say to which Component it belongs: ${listed(
        [...new Set(links)],
      )}.`,
      `Add the label ${KUBERNETES_ID} to ${nameOf(
        subscriber,
      )}, and the same value as annotation to its Component.`,
    ),
  );
}

function* subscribers({
  mesh,
}: FindingContext): Generator<[string, Destination | undefined], void> {
  for (const { namespace, name, subscriber } of mesh.triggers) {
    yield [`Trigger ${namespace}/${name}`, subscriber];
  }
  for (const { namespace, name, subscriber } of mesh.subscriptions) {
    yield [`Subscription ${namespace}/${name}`, subscriber];
  }
  for (const { kind, namespace, name, steps } of mesh.flows) {
    for (const { subscriber, filter } of steps) {
      yield [`${kind} ${namespace}/${name}`, subscriber];
      yield [`${kind} ${namespace}/${name}`, filter];
    }
  }
}

/** What was read, is none of the mesh, and carries no id. */
function unlinkedObject(
  { reference, labels, kubernetesId }: Destination,
  { known }: FindingContext,
): ObjectReference | undefined {
  return reference && labels && !kubernetesId && !known.find(reference)
    ? reference
    : undefined;
}
