import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';

/** Between two polls that events start, and until one that could not start is tried again. */
const PAUSE_MILLISECONDS = 5_000;

/** What is started, and what starts it. */
export interface PollOnEventsOptions {
  topic: string;
  taskId: string;
  events: EventsService;
  logger: LoggerService;
  scheduler: SchedulerService;
}

/**
 * Polls when an event comes, besides the schedule. What the event says does not
 * matter, so it need not be trusted; nor does how many come, as anybody may send
 * them: the first starts a poll at once, all that come within five seconds one more.
 *
 * @remarks
 * All replicas subscribe with one id, so that an event reaches one of them; and
 * the scheduler starts the task on one of them. A poll that is running may have
 * read the cluster before the event, so another one follows it.
 */
export async function pollOnEvents({
  topic,
  taskId,
  events,
  logger,
  scheduler,
}: PollOnEventsOptions): Promise<void> {
  let waiting: NodeJS.Timeout | undefined;
  let last = -Infinity;

  async function trigger() {
    last = performance.now();
    try {
      await scheduler.triggerTask(taskId);
    } catch (error) {
      if (error instanceof Error && error.name === 'ConflictError') {
        triggerIn(PAUSE_MILLISECONDS);
      } else {
        logger.warn(
          `An event of ${topic} could not start a poll: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  }
  function triggerIn(milliseconds: number) {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      trigger();
    }, milliseconds).unref();
  }

  await events.subscribe({
    id: taskId,
    topics: [topic],
    async onEvent() {
      const pause = last + PAUSE_MILLISECONDS - performance.now();
      if (pause > 0) {
        triggerIn(pause);
      } else {
        await trigger();
      }
    },
  });
}
