import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesClient } from '../kubernetes/client';
import type { Discovery } from '../kubernetes/discovery';
import type { ListRequest } from '../kubernetes/listRequest';
import type { MeshParts } from '../mesh/buildEventMesh';
import { EVENT_POLICY } from '../mesh/knative';
import { wantedReferences } from '../mesh/wantedReferences';
import { findMeshKinds } from './findMeshKinds';
import { readDestinations } from './readDestinations';
import { readMeshObjects } from './readMeshObjects';
import { readNamespaces } from './readNamespaces';
import { readSelected } from './readSelected';
import type { Scope } from './scope';

/** What was read. */
export interface ReadMesh {
  /** What the event mesh is built from. */
  parts: MeshParts;
  /** Lists that would do for reading the same. */
  lists: ListRequest[];
  /** The same text for the same parts; undefined if that cannot be told. */
  madeOf?: string;
}

/**
 * Reads what the event mesh is built from.
 *
 * @param serviceVersion - the version that the answer states
 * @throws ServiceError if something is not installed or not allowed
 * @throws KubernetesError if Kubernetes gives no complete answer
 */
export async function readEventMesh(
  client: KubernetesClient,
  discovery: Discovery,
  options: { scope: Scope; serviceVersion: string },
): Promise<ReadMesh> {
  const { scope, serviceVersion } = options;
  const kinds = await findMeshKinds(discovery);
  const namespacesRead = readNamespaces(client, discovery, scope);
  // Its failure is told to whoever waits for it.
  namespacesRead.catch(() => {});
  const read = await readMeshObjects(client, kinds, scope);
  const { objects, coverage } = read;

  const [{ namespaces, lists }, destinations, selected] = await Promise.all([
    namespacesRead,
    readDestinations(
      client,
      discovery,
      wantedReferences(objects).filter(
        reference => !coverage.wasAnswered(reference),
      ),
      scope,
    ),
    readSelected(
      client,
      discovery,
      objects.sources.flatMap(({ subject }) => subject ?? []),
      scope,
    ),
  ]);
  const parts: MeshParts = {
    serviceVersion,
    ...objects,
    findDestination: destinations.find,
    findSelected: selected.find,
    namespaces,
    isRead: coverage.isRead,
    isWholeCluster: scope === undefined,
    isKnativeAtLeast115: !kinds.isAbsent(EVENT_POLICY),
    findings: read.findings,
    omitted: eachOnce([
      ...read.omitted,
      ...destinations.omitted,
      ...selected.omitted,
    ]),
  };
  const version = await discovery.version();
  return {
    parts,
    lists: [...read.lists, ...destinations.lists, ...selected.lists, ...lists],
    madeOf: version && madeOf(version, client, parts.omitted),
  };
}

/** What is looked up by name and by labels may be refused for both. */
function eachOnce(omitted: readonly Omission[]): Omission[] {
  const byText = omitted.map(
    omission => [JSON.stringify(omission), omission] as const,
  );
  return [...new Map(byText).values()];
}

/**
 * What is given up before it is answered stands in no list that was read; that it
 * was given up stands in what is omitted.
 */
function madeOf(
  version: string,
  client: KubernetesClient,
  omitted: readonly Omission[],
): string {
  const unavailable = omitted.filter(({ reason }) => reason === 'unavailable');
  return [version, JSON.stringify(unavailable), client.whatWasRead()].join(
    '\n',
  );
}
