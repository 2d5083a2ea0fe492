import { forgetOldest } from '../forgetOldest';
import type { ListRequest } from '../kubernetes/listRequest';
import type { Scope } from './scope';

/**
 * Remembers which lists made up the last answer for a scope, so that the next
 * request can ask for all of them at once. It holds neither what was read nor
 * for whom; whoever asks next asks with a token of his own.
 */
export interface ListMemory {
  recall(scope: Scope): readonly ListRequest[];
  remember(scope: Scope, lists: readonly ListRequest[]): void;
}

const MOST_SCOPES = 100;

/** Of one scope. A caller may name many namespaces, each with lists of its own. */
const MOST_LISTS = 100;

/** Makes an empty memory. The scopes asked for last stay in it. */
export function createListMemory(): ListMemory {
  const listsOf = new Map<string, readonly ListRequest[]>();
  const keyOf = (scope: Scope) => scope?.join() ?? '';
  return {
    recall: scope => listsOf.get(keyOf(scope)) ?? [],
    remember(scope, lists) {
      const key = keyOf(scope);
      listsOf.delete(key);
      listsOf.set(key, lists.slice(0, MOST_LISTS));
      forgetOldest(listsOf, () => 1, MOST_SCOPES);
    },
  };
}
