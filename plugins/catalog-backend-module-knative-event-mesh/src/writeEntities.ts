import type { Entity } from '@backstage/catalog-model';
import type { EntityProviderConnection } from '@backstage/plugin-catalog-node';

const MOST_AT_ONCE = 1_000;
const CHUNK = 500;

/** What a poll leaves in the catalog. */
export interface PollResult {
  /** Tells what the poll has found, so it is written with the last of them. */
  environment: Entity;
  entities: Entity[];
  /** Those of them that the catalog does not have so yet. */
  changed: Entity[];
  /** Full refs of what goes. */
  removed: string[];
  /**
   * Whether everything else goes too. Otherwise it stays.
   */
  isComplete: boolean;
}

/**
 * Writes the result of a poll. Many new or changed entities are written in
 * several steps, so that a poll that is stopped has achieved something, and the
 * next one has less to do.
 *
 * @throws when the signal says so between two steps, and what the catalog throws
 */
export async function writeEntities(
  connection: EntityProviderConnection,
  { environment, entities, changed, removed, isComplete }: PollResult,
  { locationKey, signal }: { locationKey: string; signal: AbortSignal },
): Promise<void> {
  const deferred = (entity: Entity) => ({ entity, locationKey });
  // After the timeout of the task another replica may already run the next
  // poll; this one must not overwrite what that has written.
  signal.throwIfAborted();

  if (changed.length > MOST_AT_ONCE) {
    for (let start = 0; start < changed.length; start += CHUNK) {
      await connection.applyMutation({
        type: 'delta',
        added: changed.slice(start, start + CHUNK).map(deferred),
        removed: [],
      });
      signal.throwIfAborted();
    }
  }
  const all = [environment, ...entities].map(deferred);
  await connection.applyMutation(
    isComplete
      ? { type: 'full', entities: all }
      : {
          type: 'delta',
          added: all,
          removed: removed.map(entityRef => ({ entityRef, locationKey })),
        },
  );
}
