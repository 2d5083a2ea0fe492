import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { fullEntityRef } from '../entityRef';
import { isObject } from '../shape';
import { isKubernetesNamespace } from './kubernetesNamespace';
import type { ProviderConfig } from './types';

const OWNER_ADVICE =
  'Write the name of a Group, or a full ref as in group:default/event-platform or user:default/jane';

/** Reads what the entities belong to. */
export function readOwnership(
  config: Config,
  configKey: string,
): Pick<ProviderConfig, 'owner' | 'ownerByNamespace' | 'system'> {
  return {
    owner: readOwner(
      config.getOptionalString('owner') ?? 'unknown',
      `${configKey}.owner`,
    ),
    ownerByNamespace: readOwnerByNamespace(config, configKey),
    system: readSystem(config, configKey),
  };
}

function readOwner(text: string, key: string): string {
  const ref = fullEntityRef(text, ['group', 'user']);
  if (!ref) {
    throw new InputError(
      `${key} is not an entity ref of a Group or User. ${OWNER_ADVICE}`,
    );
  }
  return ref;
}

function readOwnerByNamespace(
  config: Config,
  configKey: string,
): Record<string, string> | undefined {
  const key = `${configKey}.ownerByNamespace`;
  // Read as one value: a namespace such as 1-test cannot be a part of a path.
  const given = config.getOptional('ownerByNamespace');
  if (given === undefined) {
    return undefined;
  }
  if (!isObject(given)) {
    throw new InputError(
      `${key} is not a map. Write a line for each Kubernetes namespace, as in payments: group:default/payments-team`,
    );
  }
  return Object.fromEntries(
    Object.keys(given)
      .sort()
      .map(namespace => {
        if (!isKubernetesNamespace(namespace)) {
          throw new InputError(
            `${key} has '${namespace}', which is not the name of a Kubernetes namespace. Write each name in full`,
          );
        }
        const owner = given[namespace];
        return [
          namespace,
          readOwner(
            typeof owner === 'string' ? owner : '',
            `${key}.${namespace}`,
          ),
        ];
      }),
  );
}

function readSystem(config: Config, configKey: string): string | undefined {
  const given = config.getOptionalString('system');
  if (given === undefined) {
    return undefined;
  }
  const ref = fullEntityRef(given, ['system']);
  if (!ref) {
    throw new InputError(
      `${configKey}.system is not an entity ref of a System. Write the name of a System, or a full ref as in system:default/payments; or remove it, so that the entities are part of the System of the environment`,
    );
  }
  return ref;
}
