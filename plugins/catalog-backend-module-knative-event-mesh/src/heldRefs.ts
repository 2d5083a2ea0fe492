import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type {
  EventMesh,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { originLocation } from './entities/locations';
import { namespacedName, type EntityNaming } from './entities/names';
import { filterMesh } from './filterMesh';
import { isInScope, type ScopeOptions } from './scope';

/** More would not fit into what the catalog takes as one question. */
const REFS_PER_QUERY = 500;

/** What is known before, and whom to ask for the rest. */
export interface HeldRefsOptions {
  config: EntityNaming & ScopeOptions;
  /** Full refs of what the environment has in the catalog: nobody else holds them. */
  owned: ReadonlySet<string>;
  services: { catalog: CatalogService; auth: AuthService };
}

/**
 * Leaves out of a mesh what has the ref of somebody else's entity, with a finding
 * for each.
 *
 * @remarks
 * Of two providers with one ref the catalog keeps the older one and does not tell
 * the other; each poll would begin the quarrel anew, and slowly. The catalog may
 * answer with what was some seconds ago: an entity that is new since is a
 * conflict that the catalog logs, and is left alone by the next poll.
 */
export async function withoutHeldRefs(
  mesh: EventMesh,
  { config, owned, services }: HeldRefsOptions,
): Promise<EventMesh> {
  const refs = new Set<string>();
  filterMesh(mesh, config, (reference, ref, role) => {
    if (!owned.has(ref) && isInScope(config, reference, role)) {
      refs.add(ref);
    }
    return true;
  });
  const holders = await findHolders([...refs].sort(), config, services);
  if (holders.size === 0) {
    return mesh;
  }
  const findings: Finding[] = [];
  const free = filterMesh(mesh, config, (reference, ref) => {
    const holder = holders.get(ref);
    if (holder) {
      findings.push(nameTaken(reference, ref, holder));
    }
    return !holder;
  });
  return { ...free, findings: [...(mesh.findings ?? []), ...findings] };
}

function nameTaken(
  object: ObjectReference,
  ref: string,
  holder: string,
): Finding {
  return {
    code: 'nameTaken',
    severity: 'warning',
    object,
    message: `${object.kind} ${namespacedName(
      object,
    )} is not in the catalog, because its entity would be ${ref}, which comes from ${holder} already.`,
    action:
      'Rename or remove one of the two, or set entityNamespace of the environment to what no other entities are in.',
  };
}

/** What comes from elsewhere, by ref, with its origin. */
async function findHolders(
  entityRefs: string[],
  { environment }: EntityNaming,
  { catalog, auth }: HeldRefsOptions['services'],
): Promise<Map<string, string>> {
  const holders = new Map<string, string>();
  const own = originLocation(environment);
  for (let start = 0; start < entityRefs.length; start += REFS_PER_QUERY) {
    const { items } = await catalog.getEntitiesByRefs(
      {
        entityRefs: entityRefs.slice(start, start + REFS_PER_QUERY),
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          `metadata.annotations.${ANNOTATION_ORIGIN_LOCATION}`,
        ],
      },
      { credentials: await auth.getOwnServiceCredentials() },
    );
    for (const item of items) {
      const origin = item?.metadata.annotations?.[ANNOTATION_ORIGIN_LOCATION];
      if (item && origin !== own) {
        holders.set(stringifyEntityRef(item), origin ?? 'somewhere else');
      }
    }
  }
  return holders;
}
