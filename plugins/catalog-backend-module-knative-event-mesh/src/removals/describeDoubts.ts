import type {
  Omission,
  RemovalDoubt,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeOmission } from '../omissions';
import { doubtKey } from './decideRemovals';

/** What to tell an operator about the doubts of a poll, each once. */
export interface DoubtNews {
  begun: string[];
  ended: string[];
}

/**
 * Compares the doubts of a poll with those of the last one.
 *
 * @param poll - with what its answer leaves out, to say why and what makes it
 * readable
 */
export function describeDoubts(
  before: RemovalDoubt[],
  { doubts, omitted }: { doubts: RemovalDoubt[]; omitted: Omission[] },
  { configKey }: { configKey: string },
): DoubtNews {
  const known = new Set(before.map(doubtKey));
  const lasting = new Set(doubts.map(doubtKey));
  return {
    begun: doubts
      .filter(doubt => !known.has(doubtKey(doubt)))
      .map(doubt => describeBeginning(doubt, omitted, configKey)),
    ended: before
      .filter(doubt => !lasting.has(doubtKey(doubt)))
      .map(describeEnd),
  };
}

function describeBeginning(
  doubt: RemovalDoubt,
  omitted: Omission[],
  configKey: string,
): string {
  const count = `${doubt.entities} ${
    doubt.entities === 1 ? 'entity' : 'entities'
  }`;
  if (doubt.reason === 'removals') {
    return `Keeping ${count} of ${doubt.kind}: so many are gone at once that this may be a mistake. They are removed when that has lasted for ${configKey}.acceptRemovalsAfter`;
  }
  const omission = omitted.find(
    ({ group, kind, namespace }) =>
      doubtKey({ reason: 'omitted', group, kind, namespace }) ===
      doubtKey(doubt),
  );
  return `Keeping ${
    doubt.entities > 0 ? count : 'links'
  } as last read, because the answer leaves out ${describeOmission({
    ...doubt,
    reason: 'unavailable',
    message: '',
  })}${omission ? ` (${omission.reason}: ${omission.message})` : ''}`;
}

function describeEnd(doubt: RemovalDoubt): string {
  return doubt.reason === 'removals'
    ? `The removals of ${doubt.kind} are not in doubt any more; they had been since ${doubt.since}`
    : `The answer does not leave out any more what was kept since ${
        doubt.since
      }: ${describeOmission({ ...doubt, reason: 'unavailable', message: '' })}`;
}
