import type { Config } from '@backstage/config';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { readConnection } from './connection';
import {
  checkEntityNamespaces,
  checkEnvironments,
  environmentsOf,
  PROVIDERS_KEY,
} from './environments';
import { readRemovalGuards } from './guards';
import { checkSettings } from './knownSettings';
import { readNames } from './names';
import { readOwnership } from './ownership';
import { readPassThrough } from './passThrough';
import { readSchedule } from './schedule';
import { readScope } from './scope';
import type { ProviderConfig } from './types';

export { environmentsOf } from './environments';
export type {
  ConnectionConfig,
  EmittedKind,
  PassThroughConfig,
  ProviderConfig,
} from './types';

/**
 * Reads the environments under `catalog.providers.knativeEventMesh`; none when
 * the block is absent or empty.
 *
 * @throws InputError that names the key and says what to write
 */
export function readProviderConfigs(rootConfig: Config): ProviderConfig[] {
  const environments = environmentsOf(rootConfig);
  checkEnvironments(environments);
  const configs = environments.map(environment =>
    readProviderConfig(environment, rootConfig),
  );
  checkEntityNamespaces(configs);
  return configs;
}

function readProviderConfig(
  environment: string,
  rootConfig: Config,
): ProviderConfig {
  const configKey = `${PROVIDERS_KEY}.${environment}`;
  const config = rootConfig.getConfig(configKey);
  checkSettings(config, configKey);

  const schedule = readSchedule(config, configKey);
  return {
    environment,
    // What is read from configuration is never a Duration object of luxon.
    ...readConnection(
      config,
      configKey,
      durationToMilliseconds(schedule.timeout as HumanDuration),
    ),
    schedule,
    eventsTopic: config.getOptionalString('eventsTopic'),
    ...readScope(config, configKey),
    ...readOwnership(config, configKey),
    ...readNames(config, configKey, environment),
    lifecycle: config.getOptionalString('lifecycle') ?? environment,
    relatePossibleConsumers:
      config.getOptionalBoolean('relatePossibleConsumers') ?? false,
    trustConsumedBy: config.getOptionalBoolean('trustConsumedBy') ?? false,
    passThrough: readPassThrough(config, configKey),
    ...readRemovalGuards(config, configKey),
  };
}
