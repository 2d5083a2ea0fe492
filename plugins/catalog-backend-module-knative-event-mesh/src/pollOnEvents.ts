import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { EventsService } from '@backstage/plugin-events-node';

const TRY_AGAIN_AFTER_MILLISECONDS = 5_000;

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
 * matter, so it need not be trusted.
 *
 * @remarks
 * All replicas subscribe with one id, so that an event reaches one of them; and
 * the scheduler starts the task on one of them. A poll that is running may have
 * read the cluster before the event, so another one follows it: however many
 * events come meanwhile, one.
 */
export async function pollOnEvents({
  topic,
  taskId,
  events,
  logger,
  scheduler,
}: PollOnEventsOptions): Promise<void> {
  let waiting: NodeJS.Timeout | undefined;
  const trigger = async () => {
    try {
      await scheduler.triggerTask(taskId);
    } catch (error) {
      if (error instanceof Error && error.name === 'ConflictError') {
        waiting ??= setTimeout(() => {
          waiting = undefined;
          trigger();
        }, TRY_AGAIN_AFTER_MILLISECONDS).unref();
      } else {
        logger.warn(
          `An event of ${topic} could not start a poll: ${stringifyError(
            error,
          )}`,
        );
      }
    }
  };
  await events.subscribe({ id: taskId, topics: [topic], onEvent: trigger });
}
