import type { EnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';

/** A good poll of an unchanged mesh is noted that often only. */
const noteMilliseconds = 10 * 60 * 1000;

/**
 * Whether an environment was not read for so long that polls must have failed:
 * for longer than ten minutes and two polls. Without an interval, as polls by a
 * cron expression have none, that is not said.
 */
export function isStale(
  {
    lastGoodPoll,
    pollIntervalSeconds,
  }: Pick<EnvironmentDetails, 'lastGoodPoll' | 'pollIntervalSeconds'>,
  now: Date,
): boolean {
  return (
    pollIntervalSeconds !== undefined &&
    now.getTime() - Date.parse(lastGoodPoll) >
      noteMilliseconds + 2 * pollIntervalSeconds * 1000
  );
}
