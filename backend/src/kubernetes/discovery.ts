import type { KubernetesClient } from './client';
import { KubernetesError } from './kubernetesError';
import {
  parseDiscovery,
  parseResourceList,
  type DiscoveryDocument,
  type GroupVersion,
} from './parseDiscovery';
import type { Resource } from './resource';
import { withRetries } from './retry';

/** What discovery said in this request. */
export interface Discovery {
  /**
   * The version of a kind to read.
   *
   * @param preferred - versions in the order of preference; after them comes
   * the server's order
   * @returns undefined if the kind is certainly not installed
   * @throws KubernetesError if that cannot be told
   */
  findKind(
    group: string,
    kind: string,
    preferred?: readonly string[],
  ): Promise<Resource | undefined>;
  /** The known kinds of a group in a category (knative.md 1.3), one version each. */
  findCategory(group: string, category: string): Promise<Resource[]>;
}

/**
 * What the process remembers of discovery. It does not depend on the caller;
 * each request asks the server whether it still holds, with its own token.
 */
export type DiscoveryCache = Map<
  string,
  { etag: string; document: DiscoveryDocument }
>;

const CORE = '/api';
const NAMED = '/apis';

const AGGREGATED = ['v2', 'v2beta1']
  .map(
    version =>
      `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
  )
  .concat('application/json')
  .join(',');

/**
 * Asks for discovery at the first question: two small requests, mostly answered
 * by "not changed" (kubernetes.md 2.3).
 */
export function discover(
  client: KubernetesClient,
  cache: DiscoveryCache,
): Discovery {
  const retrying = <T>(attempt: () => Promise<T>) =>
    withRetries(attempt, client.retries);
  let snapshot: Promise<Snapshot> | undefined;

  async function versionsOf(group: string): Promise<GroupVersion[]> {
    snapshot ??= retrying(() => readSnapshot(client, cache));
    return (await snapshot).versionsOf(group);
  }

  async function freshVersionsOf(group: string): Promise<GroupVersion[]> {
    const versions = await versionsOf(group);
    if (!isStale(versions)) {
      return versions;
    }
    return retrying(async () => {
      snapshot = readSnapshot(client, cache);
      const again = await versionsOf(group);
      if (isStale(again)) {
        const path = `/apis/${group}`;
        throw new KubernetesError('stale', { verb: 'get', path });
      }
      return again;
    });
  }

  return {
    async findKind(group, kind, preferred = []) {
      const candidates = (await freshVersionsOf(group)).flatMap(version =>
        version.resources.filter(resource => resource.kind === kind),
      );
      const rank = ({ version }: Resource) =>
        preferred.includes(version)
          ? preferred.indexOf(version)
          : preferred.length;
      return candidates.sort((a, b) => rank(a) - rank(b))[0];
    },
    async findCategory(group, category) {
      const byKind = new Map<string, Resource>();
      for (const { resources } of await versionsOf(group)) {
        for (const resource of resources) {
          if (resource.categories.includes(category)) {
            byKind.set(resource.kind, byKind.get(resource.kind) ?? resource);
          }
        }
      }
      return [...byKind.values()];
    },
  };
}

function isStale(versions: GroupVersion[]): boolean {
  return versions.some(({ stale }) => stale);
}

interface Snapshot {
  versionsOf(group: string): Promise<GroupVersion[]>;
}

async function readSnapshot(
  client: KubernetesClient,
  cache: DiscoveryCache,
): Promise<Snapshot> {
  const documents = await readDocuments(client, cache);
  const older = new Map<string, Promise<GroupVersion[]>>();
  return {
    async versionsOf(group) {
      const document = documents[group ? NAMED : CORE];
      if (document.aggregated) {
        return document.groups.get(group) ?? [];
      }
      const known =
        older.get(group) ??
        Promise.all(
          (document.versions.get(group) ?? []).map(version =>
            readVersion(client, group, version),
          ),
        );
      older.set(group, known);
      return known;
    },
  };
}

type Documents = Record<typeof CORE | typeof NAMED, DiscoveryDocument>;

/**
 * Reads both documents, or finds those that are known unchanged. New ones only
 * count if the API server was ready before it was asked for them: while it starts
 * up, they lack kinds that are installed.
 */
async function readDocuments(
  client: KubernetesClient,
  cache: DiscoveryCache,
): Promise<Documents> {
  const [core, named] = [cache.get(CORE), cache.get(NAMED)];
  if (core && named) {
    const unchanged = await Promise.all([
      isUnchanged(client, CORE, core.etag),
      isUnchanged(client, NAMED, named.etag),
    ]);
    if (unchanged.every(Boolean)) {
      return { [CORE]: core.document, [NAMED]: named.document };
    }
  }
  await client.checkReady();
  const [newCore, newNamed] = await Promise.all([
    readDocument(client, cache, CORE),
    readDocument(client, cache, NAMED),
  ]);
  return { [CORE]: newCore, [NAMED]: newNamed };
}

async function isUnchanged(
  client: KubernetesClient,
  path: string,
  etag: string,
): Promise<boolean> {
  const answer = await client.getDiscovery(path, { accept: AGGREGATED, etag });
  return answer.unchanged;
}

async function readDocument(
  client: KubernetesClient,
  cache: DiscoveryCache,
  path: string,
): Promise<DiscoveryDocument> {
  const answer = await client.getDiscovery(path, { accept: AGGREGATED });
  const document = answer.unchanged
    ? undefined
    : parseDiscovery(answer.document);
  if (!document) {
    throw new KubernetesError('badAnswer', { verb: 'get', path });
  }
  if (!answer.unchanged && answer.etag) {
    cache.set(path, { etag: answer.etag, document });
  }
  return document;
}

function readVersion(
  client: KubernetesClient,
  group: string,
  version: string,
): Promise<GroupVersion> {
  const path = group ? `/apis/${group}/${version}` : `/api/${version}`;
  return withRetries(async () => {
    const answer = await client.getDiscovery(path, {
      accept: 'application/json',
    });
    const parsed = answer.unchanged
      ? undefined
      : parseResourceList(answer.document, group, version);
    if (!parsed) {
      throw new KubernetesError('badAnswer', { verb: 'get', path });
    }
    return parsed;
  }, client.retries);
}
