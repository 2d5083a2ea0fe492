import type { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import type { ProviderConfig } from './config';
import { compareTexts } from './entities/names';

/** Who owns what nobody has given an owner; that there is no such Group is no news. */
const UNKNOWN = 'group:default/unknown';
const REFS_PER_QUERY = 500;

/**
 * A finding for each owner, and for a configured system, that the catalog does
 * not have.
 */
export async function missingOwners(
  entities: Entity[],
  { owner, system }: Pick<ProviderConfig, 'owner' | 'system'>,
  services: { catalog: CatalogService; auth: AuthService },
): Promise<Finding[]> {
  const counts = new Map(
    [owner, ...(system ? [system] : [])].map(ref => [ref, 0]),
  );
  for (const { spec } of entities) {
    for (const ref of [spec?.owner, system]) {
      if (typeof ref === 'string') {
        counts.set(ref, (counts.get(ref) ?? 0) + 1);
      }
    }
  }
  counts.delete(UNKNOWN);

  const refs = [...counts.keys()].sort(compareTexts);
  const missing: string[] = [];
  for (let start = 0; start < refs.length; start += REFS_PER_QUERY) {
    const entityRefs = refs.slice(start, start + REFS_PER_QUERY);
    const { items } = await services.catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', 'metadata.name', 'metadata.namespace'] },
      { credentials: await services.auth.getOwnServiceCredentials() },
    );
    missing.push(...entityRefs.filter((_, index) => !items[index]));
  }
  return missing.map(ref => describe(ref, counts.get(ref) ?? 0));
}

function describe(ref: string, count: number): Finding {
  const { kind, namespace, name } = parseEntityRef(ref);
  const kindInWords = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}`;
  const isSystem = kind === 'system';
  return {
    code: isSystem ? 'systemNotFound' : 'ownerNotFound',
    severity: 'info',
    object: { group: 'backstage.io', kind: kindInWords, namespace, name },
    message: `${ref} is not in the catalog, and ${count} entities of this environment ${
      isSystem ? 'are part of it' : 'belong to it'
    }.`,
    action: `Register ${ref}, or name another one in the settings of the environment${
      isSystem ? '' : ' or in the annotations of the objects'
    }.`,
  };
}
