import type { KubernetesObject } from '../cluster/kubernetesObject';

/** The uid that a manifest states for its object; the API server gives another. */
export function statedUid({ metadata }: KubernetesObject): string | undefined {
  return typeof metadata.uid === 'string' ? metadata.uid : undefined;
}

/**
 * Objects that may be created at the same time, step by step: namespaces, and
 * then each after those whose uid it mentions, as owner or in its status.
 *
 * @throws Error if objects mention each other
 */
export function stepsToCreate(
  objects: readonly KubernetesObject[],
): KubernetesObject[][] {
  const isNamespace = ({ kind }: KubernetesObject) => kind === 'Namespace';
  const steps = [objects.filter(isNamespace)];
  let rest = objects.filter(object => !isNamespace(object));
  while (rest.length > 0) {
    const awaited = new Set(rest.flatMap(object => statedUid(object) ?? []));
    const [later, step] = partition(
      rest,
      object => awaited.size > 0 && mentionsAny(object, awaited),
    );
    if (step.length === 0) {
      const names = later.map(({ metadata }) => metadata.name).join(', ');
      throw new Error(`These mention each other by uid: ${names}`);
    }
    steps.push(step);
    rest = later;
  }
  return steps;
}

/** The same object, with the uids that the API server gave instead of stated ones. */
export function withUids(
  object: KubernetesObject,
  given: ReadonlyMap<string, string>,
): KubernetesObject {
  const replaced = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return given.get(value) ?? value;
    }
    if (Array.isArray(value)) {
      return value.map(replaced);
    }
    return isFields(value)
      ? Object.fromEntries(
          Object.entries(value).map(([name, field]) => [name, replaced(field)]),
        )
      : value;
  };
  return given.size === 0 ? object : (replaced(object) as KubernetesObject);
}

function mentionsAny(object: KubernetesObject, uids: Set<string>): boolean {
  const { uid, ...metadata } = object.metadata;
  const mentions = (value: unknown): boolean => {
    if (typeof value === 'string') {
      return uids.has(value);
    }
    return (
      typeof value === 'object' &&
      value !== null &&
      Object.values(value).some(mentions)
    );
  };
  return mentions({ ...object, metadata });
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function partition<T>(
  items: readonly T[],
  isFirst: (item: T) => boolean,
): [T[], T[]] {
  const first = items.filter(isFirst);
  const others = new Set(first);
  return [first, items.filter(item => !others.has(item))];
}
