import { getOrCreate } from './group';
import type { GroupKind } from './knative';

/**
 * Makes something for a kind, once: what is made of a list is only remembered
 * for the very function that made it (listReadings.ts).
 */
export function perKind<T>(
  create: (kind: GroupKind) => T,
): (kind: GroupKind) => T {
  const created = new Map<string, T>();
  return ({ group, kind }) =>
    getOrCreate(created, `${group}/${kind}`, () => create({ group, kind }));
}
