import type {
  DeliveryOrigin,
  DeliverySetting,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeDuration } from './describeDuration';

/** Settings of the same origin in words. */
export interface RetryDescription {
  from: DeliveryOrigin;
  /** Such as `5 retries, exponential back-off from 0.5 s`. */
  text: string;
}

const origins: DeliveryOrigin[] = ['own', 'broker', 'channel'];

/**
 * How often and how long delivery is tried, told apart by who states it: a
 * trigger may state its retries, and its broker the timeout.
 */
export function describeRetries(
  settings: DeliverySetting[],
): RetryDescription[] {
  return origins.flatMap(from => {
    const values = new Map(
      settings
        .filter(setting => setting.from === from)
        .map(({ name, value }) => [name, value]),
    );
    return values.size === 0
      ? []
      : [{ from, text: describe(values).join(', ') }];
  });
}

function describe(values: Map<string, string>): string[] {
  const { retry, backoffPolicy, backoffDelay, timeout, retryAfterMax, format } =
    Object.fromEntries(values) as Record<string, string | undefined>;

  return [
    retry !== undefined && countRetries(retry),
    (backoffPolicy ?? backoffDelay) !== undefined &&
      describeBackoff(backoffPolicy, backoffDelay),
    timeout !== undefined && `${describeDuration(timeout)} per attempt`,
    retryAfterMax !== undefined &&
      `waits up to ${describeDuration(
        retryAfterMax,
      )} if the subscriber asks for it`,
    format !== undefined && `sent as ${format}`,
  ].filter(part => part !== false);
}

function countRetries(retry: string): string {
  if (retry === '0') {
    return 'no retries';
  }
  return retry === '1' ? '1 retry' : `${retry} retries`;
}

function describeBackoff(policy?: string, delay?: string): string {
  const backoff = policy ? `${policy} back-off` : 'back-off';
  return delay ? `${backoff} from ${describeDuration(delay)}` : backoff;
}
