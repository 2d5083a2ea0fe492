import type { ListAnswer } from './listAnswer';
import { listKey, type ListRequest } from './listRequest';

/**
 * Lists that were asked for before it is known whether they are needed. Whoever
 * needs one takes it instead of asking; what nobody takes has never been.
 */
export interface EarlyLists {
  /** Asks for lists at once. */
  ask(lists: readonly ListRequest[]): void;
  /** Whether a list was asked for and not taken yet. */
  has(list: ListRequest): boolean;
  /** The answer to a list, for one taker. */
  take(list: ListRequest): Promise<ListAnswer> | undefined;
  /** Drops all that was not taken yet. */
  discard(): void;
}

/** Prepares asking for lists; there are none at first. */
export function createEarlyLists(
  send: (list: ListRequest) => Promise<ListAnswer>,
): EarlyLists {
  const answers = new Map<string, Promise<ListAnswer>>();
  return {
    ask(lists) {
      const distinct = new Map(lists.map(list => [listKey(list), list]));
      for (const [key, list] of distinct) {
        const answer = send(list);
        // Its failure is nobody's, unless somebody takes it.
        answer.catch(() => {});
        answers.set(key, answer);
      }
    },
    has: list => answers.has(listKey(list)),
    take: list => {
      const key = listKey(list);
      const answer = answers.get(key);
      answers.delete(key);
      return answer;
    },
    discard: () => answers.clear(),
  };
}
