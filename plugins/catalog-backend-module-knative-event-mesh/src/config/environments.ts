import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ProviderConfig } from './types';

/** Where the environments stand in the configuration. */
export const PROVIDERS_KEY = 'catalog.providers.knativeEventMesh';
const ENVIRONMENT = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const MAXIMUM_ENVIRONMENT_LENGTH = 40;
const PLAIN = '{namespace}';

/** The keys of all environments, whether or not their settings are right. */
export function environmentsOf(rootConfig: Config): string[] {
  return rootConfig.getOptionalConfig(PROVIDERS_KEY)?.keys() ?? [];
}

/** @throws InputError when one of the keys cannot name an environment */
export function checkEnvironments(environments: string[]) {
  if (environments.includes('baseUrl')) {
    throw new InputError(
      `The settings under ${PROVIDERS_KEY} belong to no environment. Put them under a key of your choice, as in ${PROVIDERS_KEY}.production.baseUrl`,
    );
  }
  for (const environment of environments) {
    if (
      !ENVIRONMENT.test(environment) ||
      environment.length > MAXIMUM_ENVIRONMENT_LENGTH
    ) {
      throw new InputError(
        `'${environment}' under ${PROVIDERS_KEY} cannot be the key of an environment. Use lower-case letters, digits and single dashes, start with a letter, and use at most ${MAXIMUM_ENVIRONMENT_LENGTH} characters, as in 'production' or 'eu-west-1'`,
      );
    }
  }
}

/**
 * Several clusters have namespaces and objects with the same names, so each
 * environment needs entity namespaces of its own.
 *
 * @throws InputError that says what to add
 */
export function checkEntityNamespaces(configs: ProviderConfig[]) {
  if (configs.length < 2) {
    return;
  }
  const without = configs.filter(({ entityNamespace }) => !entityNamespace);
  if (without.length > 0) {
    const hasPlain = configs.some(
      ({ entityNamespace }) => entityNamespace === PLAIN,
    );
    const lines = without.map(
      ({ configKey, environment }, index) =>
        `${configKey}.entityNamespace: '${
          index === 0 && !hasPlain ? PLAIN : `${environment}-${PLAIN}`
        }'`,
    );
    throw new InputError(
      `${PROVIDERS_KEY} has ${configs.length} environments (${configs
        .map(({ environment }) => environment)
        .join(
          ', ',
        )}), so each of them needs an entityNamespace of its own, or their entities would have the same names. Add ${lines.join(
        ' and ',
      )}. The environment with '${PLAIN}' keeps the names that it has without entityNamespace: let it be the one that is in use already`,
    );
  }
  const holders = new Map<string, ProviderConfig>();
  for (const config of configs) {
    const template = config.entityNamespace ?? PLAIN;
    const holder = holders.get(template);
    if (holder) {
      throw new InputError(
        `${config.configKey}.entityNamespace is the same as that of ${holder.environment}, '${template}', so their entities would have the same names. Change it, as in '${config.environment}-${PLAIN}'`,
      );
    }
    holders.set(template, config);
  }
}
