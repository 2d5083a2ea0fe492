import { ServiceError } from '../errors';

/**
 * Answers that are being made. Requests for the same share one, and only so many
 * are made at a time as there is memory for.
 */
export interface SharedBuilds<T> {
  /**
   * @param key - the same for requests that may get the same answer
   * @param gone - aborts when this caller does not wait any more
   * @param build - makes the answer; its signal aborts when nobody waits for it
   * @throws ServiceError 503 if too many others are being made; else what `build`
   * throws
   */
  join(
    key: string,
    gone: AbortSignal,
    build: (abandoned: AbortSignal) => Promise<T>,
  ): Promise<T>;
  /** How many are being made. */
  running(): number;
}

interface Build<T> {
  answer: Promise<T>;
  waiting: number;
  abandoned: AbortController;
}

/** The build of a large mesh takes about as long (docs/performance.md). */
const RETRY_AFTER_SECONDS = 1;

/** @param most - how many different answers may be made at a time */
export function createSharedBuilds<T>(most: number): SharedBuilds<T> {
  const joinable = new Map<string, Build<T>>();
  let running = 0;

  const forget = (key: string, build: Build<T>) => {
    if (joinable.get(key) === build) {
      joinable.delete(key);
    }
  };
  const start = (
    key: string,
    make: (abandoned: AbortSignal) => Promise<T>,
  ): Build<T> => {
    if (running >= most) {
      throw new ServiceError(
        503,
        'unavailable',
        `${running} other answers are being made, which is as many as MAX_CONCURRENT_BUILDS allows. Try again.`,
        { retryAfterSeconds: RETRY_AFTER_SECONDS },
      );
    }
    const abandoned = new AbortController();
    running++;
    const answer = make(abandoned.signal);
    const build: Build<T> = { answer, waiting: 0, abandoned };
    build.answer = answer.finally(() => {
      running--;
      forget(key, build);
    });
    joinable.set(key, build);
    return build;
  };

  return {
    running: () => running,
    async join(key, gone, make) {
      const build = joinable.get(key) ?? start(key, make);
      build.waiting++;
      const leave = () => {
        build.waiting--;
        if (build.waiting === 0) {
          // It takes a moment to end, in which nobody new should join it.
          forget(key, build);
          build.abandoned.abort();
        }
      };
      gone.addEventListener('abort', leave, { once: true });
      try {
        return await build.answer;
      } finally {
        gone.removeEventListener('abort', leave);
      }
    },
  };
}
