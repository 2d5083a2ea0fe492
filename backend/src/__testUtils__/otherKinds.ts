import type { EmbeddedCluster } from 'demo';
import { Agent, request } from 'undici';

/** A kind of somebody else's, defined by a CRD. */
export interface OtherKind {
  kind: string;
  plural: string;
  categories: string[];
  /** Namespaced if absent. */
  scope?: 'Namespaced' | 'Cluster';
  /** Only `list` if absent. */
  verbs?: string[];
  versions?: string[];
}

/** The API group of kinds that are not Knative's. */
export const otherGroup = 'gauges.example.com';

const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';

/**
 * Adds a group to what the cluster says that it has, until the returned function
 * is called.
 *
 * @param freshness - what discovery says of the group
 */
export async function addOtherKinds(
  cluster: EmbeddedCluster,
  kinds: readonly OtherKind[],
  freshness = 'Current',
): Promise<() => void> {
  const dispatcher = new Agent({ connect: { ca: cluster.caCertificate } });
  const answer = await request(`${cluster.url}/apis`, {
    dispatcher,
    headers: { accept: aggregated, authorization: 'Bearer admin' },
  });
  const document = (await answer.body.json()) as { items: unknown[] };
  await dispatcher.close();
  const versions = [...new Set(kinds.flatMap(versionsOf))].map(version => ({
    version,
    freshness,
    resources: kinds
      .filter(kind => versionsOf(kind).includes(version))
      .map(({ kind, plural, categories, scope, verbs = ['list'] }) => ({
        resource: plural,
        responseKind: { kind },
        scope: scope ?? 'Namespaced',
        verbs,
        categories,
      })),
  }));
  document.items.push({ metadata: { name: otherGroup }, versions });
  const body = JSON.stringify(document);
  return cluster.inject({ match: /^\/apis$/, status: 200, body });
}

function versionsOf({ versions = ['v1'] }: OtherKind): string[] {
  return versions;
}

/** The body of a list of whole objects. */
export function listBody(items: readonly object[]): string {
  return JSON.stringify({
    kind: 'List',
    apiVersion: 'v1',
    metadata: {},
    items,
  });
}
