import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { isKubernetesNamespace } from './kubernetesNamespace';
import { emittedKinds, type ProviderConfig } from './types';

/** Reads which namespaces, and which kinds of objects, get entities. */
export function readScope(
  config: Config,
  configKey: string,
): Pick<ProviderConfig, 'namespaces' | 'emit'> {
  return {
    namespaces: readNamespaces(config, `${configKey}.namespaces`),
    emit: readEmit(config),
  };
}

function readNamespaces(config: Config, key: string): string[] | undefined {
  const namespaces = config.getOptionalStringArray('namespaces');
  if (!namespaces) {
    return undefined;
  }
  if (namespaces.length === 0) {
    throw new InputError(
      `${key} is empty, so nothing would be read. Name the Kubernetes namespaces to read, or remove it to read all of them`,
    );
  }
  for (const namespace of namespaces) {
    if (!isKubernetesNamespace(namespace)) {
      throw new InputError(
        `${key} has '${namespace}', which is not the name of a Kubernetes namespace. Write each name in full, as in [payments, orders]; remove ${key} to read all of them`,
      );
    }
  }
  return [...new Set(namespaces)].sort();
}

function readEmit(config: Config): ProviderConfig['emit'] {
  const given = emittedKinds.flatMap(kind => {
    const value = config.getOptionalBoolean(`emit.${kind}`);
    return value === undefined ? [] : [[kind, value] as const];
  });
  return given.length > 0 ? Object.fromEntries(given) : undefined;
}
