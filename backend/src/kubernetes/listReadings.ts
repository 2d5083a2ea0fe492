import { forgetOldest } from '../forgetOldest';
import { digestItems } from './digestItems';
import { listKey, type ListRequest } from './listRequest';

/**
 * Makes something of the items of a list: always the same of the same items.
 * Requests share it, so nobody may change it.
 */
export type ReadItems<T> = (items: readonly unknown[]) => T;

/**
 * Remembers what was made of the last answer to each list, with a hash of that
 * answer, so that a list that has not changed is not parsed again. Whoever is
 * given something that is remembered has just read, with his own token, the very
 * bytes that it was made of.
 */
export interface ListReadings {
  /**
   * @param parse - gives the items of the answer
   * @returns what `read` makes of them, and the hash of the answer
   * @throws what `parse` and `read` throw
   */
  read<T>(
    list: ListRequest,
    answer: Buffer,
    parse: () => Promise<unknown[]>,
    read: ReadItems<T>,
  ): Promise<{ result: T; digest: string }>;
}

interface Reading {
  digest: string;
  read: ReadItems<unknown>;
  result: unknown;
  /** Size of the answer in bytes; what is made of it takes about as much. */
  size: number;
}

/** Of all answers together, in bytes. */
const MOST_REMEMBERED = 64 * 1024 * 1024;

/** Makes an empty memory. The lists that were asked for last stay in it. */
export function createListReadings(limit = MOST_REMEMBERED): ListReadings {
  const readings = new Map<string, Reading>();
  const remember = (key: string, reading: Reading) => {
    readings.delete(key);
    readings.set(key, reading);
    forgetOldest(readings, ({ size }) => size, limit);
  };

  return {
    async read<T>(
      list: ListRequest,
      answer: Buffer,
      parse: () => Promise<unknown[]>,
      read: ReadItems<T>,
    ) {
      const key = listKey(list);
      const digest = digestItems(answer);
      const known = readings.get(key);
      if (known && known.digest === digest && known.read === read) {
        remember(key, known);
        return { result: known.result as T, digest }; // By the same function.
      }
      const result = read(await parse());
      remember(key, { digest, read, result, size: answer.length });
      return { result, digest };
    },
  };
}
