import { readDurationFromConfig, type Config } from '@backstage/config';
import { InputError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const DEFAULT_PERCENTAGE = 50;
const DEFAULT_ACCEPT_AFTER_MILLISECONDS = 30 * 60 * 1_000;

/** When removals are doubted, and for how long. */
export interface RemovalGuards {
  /** Of the entities of one Kubernetes kind, from 0 to 100. */
  rejectRemovalsAbovePercentage: number;
  acceptRemovalsAfterMilliseconds: number;
}

/** The guards that hold where configuration sets no other. */
export function removalGuards({
  rejectRemovalsAbovePercentage = DEFAULT_PERCENTAGE,
  acceptRemovalsAfterMilliseconds = DEFAULT_ACCEPT_AFTER_MILLISECONDS,
}: Partial<RemovalGuards>): RemovalGuards {
  return { rejectRemovalsAbovePercentage, acceptRemovalsAfterMilliseconds };
}

/**
 * Reads the guards that are set for one environment.
 *
 * @throws InputError that names the key and says what to write
 */
export function readRemovalGuards(
  config: Config,
  configKey: string,
): Partial<RemovalGuards> {
  return {
    rejectRemovalsAbovePercentage: readPercentage(config, configKey),
    acceptRemovalsAfterMilliseconds: readAcceptAfter(config, configKey),
  };
}

function readPercentage(config: Config, configKey: string): number | undefined {
  const key = 'rejectRemovalsAbovePercentage';
  const percentage = config.getOptionalNumber(key);
  if (percentage !== undefined && !(percentage >= 0 && percentage <= 100)) {
    throw new InputError(
      `${configKey}.${key} is ${percentage}. Set it to a number from 0 to 100`,
    );
  }
  return percentage;
}

function readAcceptAfter(
  config: Config,
  configKey: string,
): number | undefined {
  const key = 'acceptRemovalsAfter';
  if (!config.has(key)) {
    return undefined;
  }
  const advice = 'Set it to a duration, as PT30M or { minutes: 30 }';
  let milliseconds: number;
  try {
    milliseconds = durationToMilliseconds(
      readDurationFromConfig(config, { key }),
    );
  } catch (error) {
    throw new InputError(
      `${configKey}.${key} is not valid: ${stringifyError(error)}. ${advice}`,
    );
  }
  if (!(milliseconds >= 0)) {
    throw new InputError(`${configKey}.${key} is negative. ${advice}`);
  }
  return milliseconds;
}
