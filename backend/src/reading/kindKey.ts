import type { GroupKind } from '../mesh/knative';

/** A text that is the same for the same kind, whatever is in its names. */
export function kindKey({ group, kind }: GroupKind): string {
  return `${kind.length} ${kind} ${group}`;
}
