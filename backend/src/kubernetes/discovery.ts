import type { KubernetesClient } from './client';
import { isOutage, KubernetesError } from './kubernetesError';
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
  /**
   * The kinds of a group.
   *
   * @throws KubernetesError if the server cannot say at present
   */
  kindsOf(group: string): Promise<ReadonlySet<string>>;
  /**
   * The kinds in a category (knative.md 1.3), of every group and in one version
   * each. Of a group that the server does not know at present, these are the kinds
   * that it knew last: ask `kindsOf` where that does not do.
   */
  findCategory(
    category: string,
    preferred: (kind: Resource) => readonly string[],
  ): Promise<Resource[]>;
  /**
   * The same text for the same discovery.
   *
   * @returns undefined if the server does not tell
   */
  version(): Promise<string | undefined>;
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

/** Whether the server could answer that nothing has changed. */
export function isKnown(cache: DiscoveryCache): boolean {
  return cache.has(CORE) && cache.has(NAMED);
}

const AGGREGATED = ['v2', 'v2beta1']
  .map(
    version =>
      `application/json;g=apidiscovery.k8s.io;v=${version};as=APIGroupDiscoveryList`,
  )
  .concat('application/json')
  .join(',');

/**
 * Asks for discovery at once: two small requests, mostly answered by "not changed"
 * (kubernetes.md 2.3). Every question is answered by what comes of that.
 */
export function discover(
  client: KubernetesClient,
  cache: DiscoveryCache,
): Discovery {
  const retrying = <T>(attempt: () => Promise<T>) =>
    withRetries(attempt, client.retries);
  let snapshot = retrying(() => readSnapshot(client, cache));
  // Its failure is told to whoever asks something.
  snapshot.catch(() => {});
  let isOneSnapshot = true;

  async function versionsOf(group: string): Promise<GroupVersion[]> {
    return (await snapshot).versionsOf(group);
  }

  async function freshVersionsOf(group: string): Promise<GroupVersion[]> {
    const versions = await versionsOf(group);
    if (!isStale(versions)) {
      return versions;
    }
    isOneSnapshot = false;
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
      const resources = resourcesOf(await freshVersionsOf(group));
      return chooseVersion(
        resources.filter(resource => resource.kind === kind),
        preferred,
      );
    },
    async kindsOf(group) {
      const resources = resourcesOf(await freshVersionsOf(group));
      return new Set(resources.map(({ kind }) => kind));
    },
    async findCategory(category, preferred) {
      const groups = await (await snapshot).customGroups();
      return groups.flatMap(versions => {
        const resources = resourcesOf(versions).filter(({ categories }) =>
          categories.includes(category),
        );
        const kinds = new Set(resources.map(({ kind }) => kind));
        return [...kinds].flatMap(kind => {
          const candidates = resources.filter(other => other.kind === kind);
          return chooseVersion(candidates, preferred(candidates[0])) ?? [];
        });
      });
    },
    async version() {
      const { version } = await snapshot;
      return isOneSnapshot ? version : undefined;
    },
  };
}

function isStale(versions: GroupVersion[]): boolean {
  return versions.some(({ stale }) => stale);
}

function resourcesOf(versions: readonly GroupVersion[]): Resource[] {
  return versions.flatMap(({ resources }) => resources);
}

/** Of one kind in several versions, the first that is preferred. */
function chooseVersion(
  candidates: readonly Resource[],
  preferred: readonly string[],
): Resource | undefined {
  const rank = ({ version }: Resource) =>
    preferred.includes(version) ? preferred.indexOf(version) : preferred.length;
  return [...candidates].sort((a, b) => rank(a) - rank(b))[0];
}

/**
 * Whether custom resources can be in a group: their groups have a dot in their
 * names, and `k8s.io` is protected (kubernetes.md 2.3). Before 1.27, each other
 * group would be some requests more.
 */
function canBeCustom(group: string): boolean {
  return group.includes('.') && !group.endsWith('.k8s.io');
}

interface Snapshot {
  version?: string;
  versionsOf(group: string): Promise<GroupVersion[]>;
  /** The versions of each group in which custom resources can be. */
  customGroups(): Promise<GroupVersion[][]>;
}

async function readSnapshot(
  client: KubernetesClient,
  cache: DiscoveryCache,
): Promise<Snapshot> {
  const documents = await readDocuments(client, cache);
  const etags = [documents[CORE].etag, documents[NAMED].etag];
  const older = new Map<string, Promise<GroupVersion[]>>();
  const versionsOf = async (group: string): Promise<GroupVersion[]> => {
    const { document } = documents[group ? NAMED : CORE];
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
  };
  return {
    version: etags.every(Boolean) ? etags.join(' ') : undefined,
    versionsOf,
    customGroups() {
      const { document } = documents[NAMED];
      const groups = document.aggregated ? document.groups : document.versions;
      return Promise.all(
        [...groups.keys()]
          .filter(canBeCustom)
          .map(group => versionsOf(group).catch(nothingInOutage)),
      );
    },
  };
}

/** What is known of a group that cannot be read at present. */
function nothingInOutage(error: unknown): GroupVersion[] {
  if (isOutage(error)) {
    return [];
  }
  throw error;
}

interface KnownDocument {
  etag?: string;
  document: DiscoveryDocument;
}

type Documents = Record<typeof CORE | typeof NAMED, KnownDocument>;

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
      return { [CORE]: core, [NAMED]: named };
    }
  }
  // What was asked of it while it started up is no more worth than its discovery.
  client.discardEarly();
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
): Promise<KnownDocument> {
  const answer = await client.getDiscovery(path, { accept: AGGREGATED });
  const document = answer.unchanged
    ? undefined
    : parseDiscovery(answer.document);
  if (!document) {
    throw new KubernetesError('badAnswer', { verb: 'get', path });
  }
  const etag = answer.unchanged ? undefined : answer.etag;
  if (etag) {
    cache.set(path, { etag, document });
  }
  return { etag, document };
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
