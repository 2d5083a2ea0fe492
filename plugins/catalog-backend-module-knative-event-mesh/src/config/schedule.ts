import {
  readSchedulerServiceTaskScheduleDefinitionFromConfig,
  type SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';

const DEFAULT_SCHEDULE: SchedulerServiceTaskScheduleDefinition = {
  frequency: { minutes: 1 },
  timeout: { seconds: 50 },
};

/** Reads when to poll. */
export function readSchedule(
  config: Config,
  configKey: string,
): SchedulerServiceTaskScheduleDefinition {
  if (!config.has('schedule')) {
    return DEFAULT_SCHEDULE;
  }
  const key = `${configKey}.schedule`;
  let schedule: SchedulerServiceTaskScheduleDefinition;
  try {
    schedule = readSchedulerServiceTaskScheduleDefinitionFromConfig(
      config.getConfig('schedule'),
    );
  } catch (error) {
    throw new InputError(
      `${key} is not valid: ${stringifyError(
        error,
      )}. It takes frequency (a cron expression, an ISO duration as PT1M, or as { minutes: 1 }) and timeout (a duration)`,
    );
  }
  if (schedule.scope === 'local') {
    throw new InputError(
      `${key}.scope cannot be local: each replica would write the same entities. Leave it out`,
    );
  }
  return schedule;
}
