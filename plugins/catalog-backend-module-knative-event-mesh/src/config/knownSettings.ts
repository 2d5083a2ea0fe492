import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { emittedKinds } from './types';

/** The keys that an environment may have. */
export const settings: readonly string[] = [
  'acceptRemovalsAfter',
  'apiType',
  'baseUrl',
  'caData',
  'caFile',
  'emit',
  'entityNamespace',
  'eventsTopic',
  'lifecycle',
  'namespaces',
  'naming',
  'owner',
  'ownerByNamespace',
  'passThrough',
  'rejectRemovalsAbovePercentage',
  'relatePossibleConsumers',
  'schedule',
  'system',
  'timeout',
  'token',
  'tokenFile',
  'trustConsumedBy',
];
/** The keys of those of them that hold others. */
export const nestedSettings: Record<string, readonly string[]> = {
  emit: emittedKinds,
  passThrough: ['labels', 'annotations'],
};

/**
 * A setting with a misspelt key would have no effect without a word: a misspelt
 * `namespaces` reads the whole cluster.
 *
 * @throws InputError for a key that there is not
 */
export function checkSettings(config: Config, configKey: string) {
  refuseOthers(config.keys(), configKey, settings);
  for (const [name, known] of Object.entries(nestedSettings)) {
    const given = config.getOptionalConfig(name);
    refuseOthers(given?.keys() ?? [], `${configKey}.${name}`, known);
  }
}

function refuseOthers(
  given: string[],
  configKey: string,
  known: readonly string[],
) {
  for (const key of given) {
    if (!known.includes(key)) {
      throw new InputError(
        `${configKey}.${key} is not a setting. Remove it, or write one of ${known.join(
          ', ',
        )}`,
      );
    }
  }
}
