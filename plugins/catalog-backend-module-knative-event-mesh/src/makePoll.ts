import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  type EnvironmentDetails,
  type EventMesh,
  type Omission,
  type RemovalDoubt,
} from 'backstage-plugin-knative-event-mesh-common';
import type { ReadEventMesh } from './answer';
import {
  findComponents,
  kubernetesIdsOf,
  type RegisteredComponents,
} from './components';
import type { ProviderConfig } from './config';
import { removalGuards } from './config/guards';
import { CONTENTS_ANNOTATION, contentsOfAll, withContents } from './contents';
import { makeEntities, type MeshEntities } from './entities';
import { sortedFindings } from './entities/findings';
import { objectKey } from './entities/names';
import { filterMesh } from './filterMesh';
import { withoutHeldRefs } from './heldRefs';
import { inTurns } from './inTurns';
import { missingOwners } from './missingOwners';
import { omitAbsent } from './omissions';
import { readOwnEntities } from './ownEntities';
import {
  decideRemovals,
  doubtSince,
  isDoubtful,
  isSettled,
  keepUnread,
  lastKnownLinks,
  sortedDoubts,
  toOwnedEntity,
  unreadBy,
  type OwnedEntity,
} from './removals';
import { isInScope } from './scope';
import {
  transformEntities,
  type EventMeshEntityTransformer,
} from './transform';

/** What a poll is made with, besides the answer. */
export interface PollOptions {
  config: ProviderConfig;
  services: { catalog: CatalogService; auth: AuthService };
  /** What the entity of the environment says of the last good poll. */
  previous?: EnvironmentDetails;
  now: Date;
  pollIntervalSeconds?: number;
  signal: AbortSignal;
  transformer?: EventMeshEntityTransformer;
}

/** What a poll makes of an answer, before anything is written. */
export interface Poll {
  /** What the answer says, whatever stays besides. */
  mesh: MeshEntities;
  kubernetesIds: string[];
  components: RegisteredComponents;
  entities: Entity[];
  /** Those of them that the catalog does not have so yet. */
  changed: Entity[];
  /** Full refs of what goes. */
  removed: string[];
  /** How many entities stay that the answer does not have. */
  kept: number;
  doubts: RemovalDoubt[];
  /** What the doubts come from. */
  omitted: Omission[];
  /** Whether everything that is not among the entities may go. */
  isComplete: boolean;
  /** How many entities stay because the transformer failed. */
  failed: number;
  /** Equal for equal results of the transformer; absent without one. */
  transformed?: string;
}

/**
 * Makes entities of an answer, and decides what becomes of those that the
 * catalog has besides. Reads the catalog, and writes nothing.
 *
 * @throws when the catalog cannot be read, or the signal says so
 */
export async function makePoll(
  answer: ReadEventMesh,
  options: PollOptions,
): Promise<Poll> {
  const { config, services, previous, now, signal } = options;
  const absent = omitAbsent(answer.absent, config);
  const omitted = [...(answer.mesh.omitted ?? []), ...absent.values()];

  const isInDoubt = omitted.some(isDoubtful);
  const earlier = await readOwnEntities(config.environment, services, {
    withDerived: isInDoubt,
  });
  const owned = earlier.flatMap(entity => toOwnedEntity(entity) ?? []);
  const complete = await withoutHeldRefs(
    { ...answer.mesh, omitted },
    {
      config,
      owned: new Set(owned.map(({ entityRef }) => entityRef)),
      services,
    },
  );
  const findUnread = unreadBy(omitted, absent);
  const links = lastKnownLinks(earlier, findUnread);
  const kubernetesIds = kubernetesIdsOf(complete);
  const components = await findComponents(kubernetesIds, services);

  const make = (from: EventMesh) =>
    inTurns(makeEntities(from, components, config, links.linkOf), signal);
  const transform = (made: Entity[]) =>
    transformEntities(made, {
      transformer: options.transformer,
      environment: config.environment,
      signal,
    });
  const first = await make(complete);
  const firstTransformed = await transform(first.entities);
  // Made anew, so that nothing refers to what is left out.
  const mesh =
    firstTransformed.skipped.size === 0
      ? first
      : await make(
          filterMesh(
            complete,
            config,
            (_, ref) => !firstTransformed.skipped.has(ref),
          ),
        );
  const decide = (made: Entity[]) =>
    decideRemovals({
      owned,
      made: refsByObject(made),
      isInScope: (reference, role) => isInScope(config, reference, role),
      findUnread,
      previous,
      now,
      pollIntervalSeconds: options.pollIntervalSeconds,
      guards: removalGuards(config),
    });
  const meshDecision = decide(mesh.entities);
  const triggers = absent.get('triggers');
  const withUnread = async () =>
    inTurns(
      keepUnread(
        mesh.entities,
        isInDoubt
          ? earlier
          : await readOwnEntities(config.environment, services, {
              withDerived: true,
            }),
        {
          links,
          kept: new Set(meshDecision.kept),
          withoutProducers: Boolean(triggers && isDoubtful(triggers)),
          options: config,
        },
      ),
      signal,
    );
  const everything =
    isInDoubt || meshDecision.kept.length > 0
      ? await withUnread()
      : mesh.entities;
  const transformed =
    everything === first.entities
      ? firstTransformed
      : await transform(everything);
  const { skipped, failed } = transformed;
  const decision =
    skipped.size === 0
      ? meshDecision
      : decide(
          everything.filter(entity => !skipped.has(stringifyEntityRef(entity))),
        );
  const entities = await inTurns(withContents(transformed.entities), signal);
  const doubts = sortedDoubts([
    ...decision.doubts,
    ...doubtsOfLinks(links.used, decision.doubts, options),
  ]);

  const missing = await missingOwners(transformed.entities, config, services);
  const findings = sortedFindings([
    ...mesh.environment.findings,
    ...missing,
    ...transformed.findings,
  ]);
  return {
    mesh: { ...mesh, environment: { ...mesh.environment, findings } },
    kubernetesIds,
    components,
    entities,
    changed: changedOf(entities, earlier),
    removed: withoutFailed(decision.removed, owned, everything, failed),
    kept: decision.kept.length,
    doubts,
    omitted,
    // Another replica may have written what the catalog does not show yet: of a
    // kind that is left out now, only a mutation that is not full keeps it.
    isComplete:
      !isInDoubt &&
      decision.kept.length === 0 &&
      failed.size === 0 &&
      isSettled(previous, owned),
    failed: failed.size,
    transformed: options.transformer && contentsOfAll(entities),
  };
}

function refsByObject(entities: Entity[]): Map<string, string> {
  return new Map(
    entities.flatMap(entity => {
      const own = toOwnedEntity(entity);
      return own ? [[objectKey(own.reference), own.entityRef] as const] : [];
    }),
  );
}

/** What may go, though an object whose ref has changed could not be transformed. */
function withoutFailed(
  removed: string[],
  owned: OwnedEntity[],
  entities: Entity[],
  failed: ReadonlySet<string>,
): string[] {
  if (failed.size === 0) {
    return removed;
  }
  const failedObjects = refsByObject(
    entities.filter(entity => failed.has(stringifyEntityRef(entity))),
  );
  const staying = new Set(
    owned
      .filter(({ reference }) => failedObjects.has(objectKey(reference)))
      .map(({ entityRef }) => entityRef),
  );
  return removed.filter(ref => !staying.has(ref));
}

/** Doubts about what only links are kept for. */
function doubtsOfLinks(
  used: Iterable<Omission>,
  doubts: RemovalDoubt[],
  options: PollOptions,
): RemovalDoubt[] {
  return [...used].flatMap(({ group, kind, namespace }) => {
    const about = { reason: 'omitted' as const, group, kind, namespace };
    const isKnown = doubts.some(
      doubt =>
        doubt.reason === about.reason &&
        doubt.group === group &&
        doubt.kind === kind &&
        doubt.namespace === namespace,
    );
    return isKnown
      ? []
      : [{ ...about, since: doubtSince(about, options), entities: 0 }];
  });
}

function changedOf(entities: Entity[], earlier: Entity[]): Entity[] {
  const contents = new Map(
    earlier.map(entity => [stringifyEntityRef(entity), contentsIn(entity)]),
  );
  return entities.filter(
    entity => contents.get(stringifyEntityRef(entity)) !== contentsIn(entity),
  );
}

function contentsIn({ metadata }: Entity): string | undefined {
  return metadata.annotations?.[CONTENTS_ANNOTATION];
}
