import {
  DEFAULT_NAMESPACE,
  KubernetesValidatorFunctions,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/**
 * The full ref that a text stands for, of the first of the kinds and of the
 * default namespace where it names none; or undefined when it is no ref to an
 * entity of these kinds.
 */
export function fullEntityRef(
  text: string,
  kinds: readonly [string, ...string[]],
): string | undefined {
  try {
    const { kind, namespace, name } = parseEntityRef(text.trim(), {
      defaultKind: kinds[0],
      defaultNamespace: DEFAULT_NAMESPACE,
    });
    return kinds.some(allowed => allowed === kind.toLowerCase()) &&
      KubernetesValidatorFunctions.isValidNamespace(namespace) &&
      KubernetesValidatorFunctions.isValidObjectName(name)
      ? stringifyEntityRef({ kind, namespace, name })
      : undefined;
  } catch {
    return undefined;
  }
}
