import { setTimeout } from 'node:timers/promises';

interface CatalogEntity {
  kind: string;
  metadata: {
    name: string;
    namespace?: string;
    uid?: string;
    etag?: string;
    annotations?: Record<string, string>;
  };
  relations?: { type: string; targetRef: string }[];
}

/** Differ from one portal to the next, or name folders of a machine. */
const volatile = ['uid', 'etag', 'lastGoodPoll'];
const volatileAnnotations = [
  /^backstage\.io\/managed-by-/,
  /^backstage\.io\/(edit|view|source)-/,
  /^knative-event-mesh\/contents$/,
];

/**
 * All entities of a portal's catalog, sorted, once two readings in a row are
 * equal: it goes on relating entities for a while after the first poll.
 * Without what the catalog itself counts up, and without locations.
 */
export async function settledEntities(portal: string) {
  let before = '';
  for (let attempt = 0; attempt < 30; attempt += 1) {
    const entities = await readEntities(portal);
    const now = JSON.stringify(entities);
    if (now === before) {
      return entities;
    }
    before = now;
    await setTimeout(4_000);
  }
  throw new Error('The catalog does not come to rest');
}

async function readEntities(portal: string): Promise<CatalogEntity[]> {
  const refreshed = await fetch(`${portal}/api/auth/guest/refresh`);
  const { backstageIdentity } = await refreshed.json();
  const answer = await fetch(
    `${portal}/api/catalog/entities/by-query?limit=1000`,
    { headers: { authorization: `Bearer ${backstageIdentity.token}` } },
  );
  const { items } = (await answer.json()) as { items: CatalogEntity[] };
  return items
    .filter(({ kind }) => kind !== 'Location')
    .map(withoutVolatile)
    .sort((a, b) => (refOf(a) < refOf(b) ? -1 : 1));
}

function withoutVolatile(entity: CatalogEntity): CatalogEntity {
  return JSON.parse(
    JSON.stringify(entity, (key, value) =>
      volatile.includes(key) ||
      volatileAnnotations.some(pattern => pattern.test(key))
        ? undefined
        : value,
    ),
  );
}

function refOf({ kind, metadata }: CatalogEntity): string {
  return `${kind}:${metadata.namespace}/${metadata.name}`;
}
