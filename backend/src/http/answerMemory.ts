import { forgetOldest } from '../forgetOldest';
import type { WrittenAnswer } from './writtenAnswer';

/**
 * Remembers the last answer for each set of namespaces, with everything that it
 * was made of. It is only given to a request that has just read the same, with
 * the token of its own caller, so that nobody gets what he could not have read.
 */
export interface AnswerMemory {
  /**
   * The answer made of something.
   *
   * @param madeOf - the same for the same; undefined if that cannot be told
   * @param write - makes the answer
   */
  answerFor(
    namespaces: readonly string[] | undefined,
    madeOf: string | undefined,
    write: () => WrittenAnswer,
  ): WrittenAnswer;
}

interface Remembered {
  madeOf: string;
  answer: WrittenAnswer;
}

/** Of all answers together, in bytes. */
const MOST_REMEMBERED = 64 * 1024 * 1024;

/** Makes an empty memory. The answers that were asked for last stay in it. */
export function createAnswerMemory(limit = MOST_REMEMBERED): AnswerMemory {
  const answers = new Map<string, Remembered>();
  return {
    answerFor(namespaces, madeOf, write) {
      if (madeOf === undefined) {
        return write();
      }
      const key = namespaces?.join() ?? '';
      const known = answers.get(key);
      const answer = known?.madeOf === madeOf ? known.answer : write();
      answers.delete(key);
      answers.set(key, { madeOf, answer });
      forgetOldest(answers, ({ answer: { body } }) => body.length, limit);
      return answer;
    },
  };
}
