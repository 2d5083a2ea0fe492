import { isError } from '@backstage/errors';

/**
 * What a poll that has failed throws, so that the one line of the scheduler says
 * why: logs in production are JSON, and an Error there is `{}`.
 *
 * @param error - what was thrown
 * @param signal - that of the poll
 */
export function pollFailure(error: unknown, signal: AbortSignal): Error {
  const failure =
    signal.aborted && error === signal.reason ? stoppedPoll() : asError(error);
  return Object.defineProperty(failure, 'toJSON', {
    value: () => ({ name: failure.name, message: failure.message }),
  });
}

/** A poll whose signal has ended it. */
export function stoppedPoll(): Error {
  const stopped = new Error('The poll was stopped before it was complete');
  stopped.name = 'AbortError';
  return stopped;
}

function asError(error: unknown): Error {
  return isError(error) ? error : new Error(String(error));
}
