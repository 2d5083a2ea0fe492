import type {
  EventMeshRole,
  ObjectReference,
  RemovalDoubt,
} from 'backstage-plugin-knative-event-mesh-common';
import type { RemovalGuards } from '../config/guards';
import { objectKey, sortedBy } from '../entities/names';
import type { OwnedEntity } from './ownedEntity';
import type { FindUnread } from './unread';

/** Fewer removals of a kind are never doubted, unless they are all there is. */
const LEAST_REMOVALS = 10;
/** How old the last good poll may get without a change, see `environmentEntity`. */
const REWRITE_AFTER_MILLISECONDS = 10 * 60 * 1_000;

/** What a poll has found, and what the catalog has. */
export interface RemovalQuestion {
  /** Without the entity of the environment. */
  owned: OwnedEntity[];
  /** Refs of the entities that the poll has made, by `objectKey`. */
  made: ReadonlyMap<string, string>;
  /** Whether today's configuration asks for the entity of an object. */
  isInScope(reference: ObjectReference, role?: EventMeshRole): boolean;
  findUnread: FindUnread;
  /** What the entity of the environment says of the last good poll. */
  previous?: { doubts: RemovalDoubt[]; lastGoodPoll: string };
  now: Date;
  /** Absent when polls come at no fixed interval. */
  pollIntervalSeconds?: number;
  guards: RemovalGuards;
}

/** What becomes of the entities that a poll has not made again. */
export interface RemovalDecision {
  /** Sorted. */
  doubts: RemovalDoubt[];
  /** Full refs, sorted. No entity of the poll has one of them. */
  removed: string[];
  /** Full refs of what stays although the poll has not made it, sorted. */
  kept: string[];
}

/** An object that the catalog has entities of; several, if its ref has changed. */
interface OwnedObject extends OwnedEntity {
  entityRefs: string[];
}

/** What is in scope of one Kubernetes kind. */
interface OwnedKind {
  group: string;
  kind: string;
  owned: number;
  /** Left out by the answer. */
  unread: number;
  gone: OwnedObject[];
}

/**
 * Decides which entities a poll may remove, by the rules of "never delete on
 * doubt, never stop for it": what is gone is removed, except what the answer
 * leaves out, and what is gone with suspiciously much else.
 *
 * @remarks
 * It may be given what the catalog had a while ago: what it does not know, it
 * does not remove.
 */
export function decideRemovals(question: RemovalQuestion): RemovalDecision {
  const { made, isInScope, findUnread, now } = question;
  const madeRefs = new Set(made.values());
  const kinds = new Map<string, OwnedKind>();
  const omissions = new Map<string, RemovalDoubt>();
  const removed: string[] = [];
  const kept: string[] = [];
  let found = 0;

  for (const object of ownedObjects(question.owned)) {
    const { reference, role, entityRefs } = object;
    const successor = made.get(objectKey(reference));
    if (!successor && !isInScope(reference, role)) {
      removed.push(...entityRefs);
      continue;
    }
    const kind = kindOf(reference, kinds);
    kind.owned += 1;
    if (successor) {
      found += 1;
      removed.push(...entityRefs);
      continue;
    }
    const omission = findUnread(reference, role);
    if (omission) {
      kind.unread += 1;
      kept.push(...entityRefs);
      addDoubt(
        omissions,
        { reason: 'omitted', ...scopeOf(omission) },
        question,
      );
    } else {
      kind.gone.push(object);
    }
  }

  const doubts = [...omissions.values()];
  for (const { group, kind, owned, unread, gone } of kinds.values()) {
    const isSuspicious = (count: number) =>
      count > 0 && (found === 0 || isAboveThreshold(count, owned, question));
    const refs = gone.flatMap(({ entityRefs }) => entityRefs);
    const since = clockOf(group, kind, question);

    if (isSuspicious(gone.length)) {
      const begin = since ?? now.toISOString();
      const age = now.getTime() - Date.parse(begin);
      if (age < question.guards.acceptRemovalsAfterMilliseconds) {
        kept.push(...refs);
        doubts.push({
          reason: 'removals',
          group,
          kind,
          since: begin,
          entities: gone.length,
        });
        continue;
      }
    } else if (since && unread > 0 && isSuspicious(gone.length + unread)) {
      // What is left out may hide that it still is so: the clock neither ends
      // nor lets anything be removed.
      doubts.push({ reason: 'removals', group, kind, since, entities: 0 });
    }
    removed.push(...refs);
  }

  return {
    doubts: sortedDoubts(doubts),
    removed: sortedBy(
      removed.filter(ref => !madeRefs.has(ref)),
      ref => ref,
    ),
    kept: sortedBy(
      kept.filter(ref => !madeRefs.has(ref)),
      ref => ref,
    ),
  };
}

/** What a doubt is about, as a text that the next poll gives it too. */
export function doubtKey(doubt: Omit<RemovalDoubt, 'since' | 'entities'>) {
  const { reason, group, kind, namespace } = doubt;
  return JSON.stringify([reason, group, kind, namespace]);
}

/** Doubts in an order that does not depend on the order of the answer. */
export function sortedDoubts(doubts: RemovalDoubt[]): RemovalDoubt[] {
  return sortedBy(doubts, doubtKey);
}

/** Since when something is in doubt: it began with this poll, unless an earlier one says so. */
export function doubtSince(
  doubt: Omit<RemovalDoubt, 'since' | 'entities'>,
  { previous, now }: Pick<RemovalQuestion, 'previous' | 'now'>,
): string {
  const key = doubtKey(doubt);
  return (
    previous?.doubts.find(earlier => doubtKey(earlier) === key)?.since ??
    now.toISOString()
  );
}

function addDoubt(
  doubts: Map<string, RemovalDoubt>,
  about: Omit<RemovalDoubt, 'since' | 'entities'>,
  question: RemovalQuestion,
) {
  const key = doubtKey(about);
  const doubt = doubts.get(key);
  if (doubt) {
    doubt.entities += 1;
  } else {
    const since = doubtSince(about, question);
    doubts.set(key, { ...about, since, entities: 1 });
  }
}

function scopeOf({ group, kind, namespace }: Partial<ObjectReference>) {
  return { group, kind, namespace };
}

function isAboveThreshold(
  removals: number,
  owned: number,
  { guards }: RemovalQuestion,
): boolean {
  return (
    removals >= LEAST_REMOVALS &&
    removals * 100 > owned * guards.rejectRemovalsAbovePercentage
  );
}

/**
 * Since when the removals of a kind have lasted, unless the polls in between
 * have failed: those confirm nothing.
 */
function clockOf(
  group: string,
  kind: string,
  { previous, now, pollIntervalSeconds }: RemovalQuestion,
): string | undefined {
  if (!previous) {
    return undefined;
  }
  const age = now.getTime() - Date.parse(previous.lastGoodPoll);
  // Without an interval, nobody can tell a poll that failed from none.
  const limit =
    pollIntervalSeconds === undefined
      ? Infinity
      : REWRITE_AFTER_MILLISECONDS + 2 * pollIntervalSeconds * 1_000;
  return age <= limit
    ? previous.doubts.find(
        doubt =>
          doubt.reason === 'removals' &&
          doubt.group === group &&
          doubt.kind === kind,
      )?.since
    : undefined;
}

function ownedObjects(owned: OwnedEntity[]): Iterable<OwnedObject> {
  const objects = new Map<string, OwnedObject>();
  for (const entity of owned) {
    const key = objectKey(entity.reference);
    const object = objects.get(key);
    if (object) {
      object.entityRefs.push(entity.entityRef);
    } else {
      objects.set(key, { ...entity, entityRefs: [entity.entityRef] });
    }
  }
  return objects.values();
}

function kindOf(
  { group, kind }: ObjectReference,
  kinds: Map<string, OwnedKind>,
): OwnedKind {
  const key = JSON.stringify([group, kind]);
  const known = kinds.get(key);
  if (known) {
    return known;
  }
  const added = { group, kind, owned: 0, unread: 0, gone: [] };
  kinds.set(key, added);
  return added;
}
