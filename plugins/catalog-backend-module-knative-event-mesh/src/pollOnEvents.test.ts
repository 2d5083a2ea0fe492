import { mockServices } from '@backstage/backend-test-utils';
import { ConflictError, NotFoundError } from '@backstage/errors';
import type { EventsServiceSubscribeOptions } from '@backstage/plugin-events-node';
import { pollOnEvents } from './pollOnEvents';

describe('pollOnEvents', () => {
  const logger = mockServices.logger.mock();
  const scheduler = mockServices.scheduler.mock();
  let subscription: EventsServiceSubscribeOptions;

  beforeEach(async () => {
    jest.useFakeTimers();
    jest.resetAllMocks();
    await pollOnEvents({
      topic: 'mesh',
      taskId: 'task',
      events: {
        publish: async () => {},
        subscribe: async given => {
          subscription = given;
        },
      },
      logger,
      scheduler,
    });
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  const event = () =>
    subscription.onEvent({ topic: 'mesh', eventPayload: { untrusted: true } });

  it('starts the task, on one of the replicas', async () => {
    expect(subscription).toMatchObject({ id: 'task', topics: ['mesh'] });
    await event();
    expect(scheduler.triggerTask.mock.calls).toEqual([['task']]);
  });

  it('polls twice for a storm of events', async () => {
    for (let count = 0; count < 1_000; count++) {
      await event();
    }
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(2);
  });

  it('polls every five seconds for a storm that does not end', async () => {
    for (let count = 0; count < 600; count++) {
      await event();
      await jest.advanceTimersByTimeAsync(100);
    }
    expect(scheduler.triggerTask.mock.calls.length).toBeGreaterThanOrEqual(12);
    expect(scheduler.triggerTask.mock.calls.length).toBeLessThanOrEqual(13);
  });

  it('polls once more after a poll that is running, however many events come', async () => {
    scheduler.triggerTask.mockRejectedValue(new ConflictError('running'));
    await event();
    await event();
    await jest.advanceTimersByTimeAsync(12_000);
    await event();
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(3);

    scheduler.triggerTask.mockResolvedValue();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(4);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says so when the task cannot be started', async () => {
    scheduler.triggerTask.mockRejectedValue(new NotFoundError('no task'));
    await event();
    await jest.advanceTimersByTimeAsync(60_000);
    expect(scheduler.triggerTask).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls).toEqual([
      [expect.stringContaining('no task')],
    ]);
  });
});
