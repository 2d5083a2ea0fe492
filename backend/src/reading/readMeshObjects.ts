import type {
  Finding,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { ListRequest } from '../kubernetes/listRequest';
import type { MeshObjects } from '../mesh/meshObjects';
import { prepareCoverage, type Coverage } from './coverage';
import type { MeshKinds } from './findMeshKinds';
import {
  objectsOutside,
  type OptionalKind,
  type OptionalObjects,
} from './readOptionalKind';
import { readOptionalParts } from './readOptionalParts';
import { readRequiredKinds } from './readRequiredKinds';
import type { Scope } from './scope';

/** The objects of the mesh, and what could not be read of them. */
export interface ReadObjects {
  objects: MeshObjects;
  coverage: Coverage;
  findings: Finding[];
  omitted: Omission[];
  /** The lists that the objects come from. */
  lists: ListRequest[];
}

/**
 * Lists everything of which the mesh is made, in one round.
 *
 * @throws ServiceError 403 if brokers, event types and triggers may be listed
 * nowhere in scope
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readMeshObjects(
  client: KubernetesClient,
  kinds: MeshKinds,
  scope: Scope,
): Promise<ReadObjects> {
  const [required, parts] = await Promise.all([
    readRequiredKinds(client, kinds.required, scope),
    readOptionalParts(client, kinds.optional, scope),
  ]);
  const { brokers, eventTypes, triggers, leftOut } = required;
  const inMesh = <T>(ofPart: readonly OptionalKind<T>[]) =>
    ofPart.map(kind => objectsOutside(leftOut, kind));
  const channels = inMesh(parts.channels);
  const subscriptions = inMesh(parts.subscriptions);
  const sources = inMesh(parts.sources);
  const sinks = inMesh(parts.sinks);
  const flows = inMesh(parts.flows);
  const policies = inMesh(parts.policies);

  const optional: readonly OptionalObjects<unknown>[] = [
    ...channels,
    ...subscriptions,
    ...sources,
    ...sinks,
    ...flows,
    ...policies,
  ];
  const findings = [
    brokers,
    eventTypes,
    triggers,
    ...optional.flatMap(({ parsed }) => parsed),
  ].flatMap(list => list.findings);
  return {
    objects: {
      brokers: brokers.objects,
      eventTypes: eventTypes.objects,
      triggers: triggers.objects,
      channels: objectsOf(channels),
      subscriptions: objectsOf(subscriptions),
      sources: objectsOf(sources),
      sinks: objectsOf(sinks),
      flows: objectsOf(flows),
      policies: objectsOf(policies),
    },
    coverage: prepareCoverage({ kinds, scope, leftOut, optional, findings }),
    findings,
    omitted: [
      ...kinds.omitted,
      ...required.omitted,
      ...optional.flatMap(({ omitted }) => omitted),
    ],
    lists: [...required.lists, ...optional.flatMap(({ lists }) => lists)],
  };
}

function objectsOf<T>(kinds: readonly OptionalObjects<T>[]): T[] {
  return kinds.flatMap(({ parsed }) =>
    parsed.flatMap(({ objects }) => objects),
  );
}
