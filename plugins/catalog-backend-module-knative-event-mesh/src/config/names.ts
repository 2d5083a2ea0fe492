import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import type { ProviderConfig } from './types';

const NAMESPACE = '{namespace}';

/** Reads how entities are named. */
export function readNames(
  config: Config,
  configKey: string,
  environment: string,
): Pick<ProviderConfig, 'entityNamespace' | 'naming' | 'apiType'> {
  return {
    entityNamespace: readEntityNamespace(config, configKey, environment),
    naming: readOneOf(config, configKey, 'naming', [
      'name-and-kind',
      'upstream',
    ]),
    apiType: readOneOf(config, configKey, 'apiType', ['asyncapi', 'eventType']),
  };
}

function readEntityNamespace(
  config: Config,
  configKey: string,
  environment: string,
): string | undefined {
  const template = config.getOptionalString('entityNamespace');
  if (template === undefined) {
    return undefined;
  }
  const key = `${configKey}.entityNamespace`;
  const resolved = template.replaceAll('{environment}', environment);
  // One placeholder, once: two would put namespaces that differ into one.
  if (resolved.split(NAMESPACE).length !== 2) {
    throw new InputError(
      `${key} must have ${NAMESPACE} in it once, so that objects of two Kubernetes namespaces are not mistaken for each other. Write it as in '{environment}-${NAMESPACE}'`,
    );
  }
  if (
    !KubernetesValidatorFunctions.isValidNamespace(
      resolved.replace(NAMESPACE, 'a'),
    )
  ) {
    throw new InputError(
      `${key} does not give a namespace that the catalog takes. Write lower-case letters, digits and dashes around ${NAMESPACE} and {environment}, as in '{environment}-${NAMESPACE}', and no other placeholder`,
    );
  }
  return resolved;
}

/** One of two words, of which the first is the default and stands for absence. */
function readOneOf<T extends string>(
  config: Config,
  configKey: string,
  name: string,
  [usual, other]: [string, T],
): T | undefined {
  const given = config.getOptionalString(name);
  if (given === undefined || given === usual) {
    return undefined;
  }
  if (given !== other) {
    throw new InputError(
      `${configKey}.${name} is '${given}', but can only be ${usual}, which is the default, or ${other}`,
    );
  }
  return other;
}
