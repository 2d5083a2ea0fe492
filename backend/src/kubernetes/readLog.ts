import { listKey, type ListRequest } from './listRequest';

/** What came of the lists of one request. */
export interface ReadLog {
  /** @param outcome - the hash of the answer, or why there is none */
  add(list: ListRequest, outcome: string): void;
  /** The same text for the same outcomes, in whatever order they came. */
  toText(): string;
}

/** Makes an empty log. */
export function createReadLog(): ReadLog {
  const outcomes = new Map<string, string[]>();
  return {
    add(list, outcome) {
      const key = listKey(list);
      outcomes.set(key, [...(outcomes.get(key) ?? []), outcome]);
    },
    toText: () =>
      [...outcomes]
        .map(([key, ofList]) => [key, ...ofList].join(' '))
        .sort()
        .join('\n'),
  };
}
