import type { EnvironmentDetails } from 'backstage-plugin-knative-event-mesh-common';
import type { OwnedEntity } from './ownedEntity';

/** Counted, but without entities of their own. */
const WITHOUT_ENTITIES = ['Trigger', 'Subscription', 'EventPolicy'];

/**
 * Whether the catalog shows all that the last poll has written, as far as can be
 * told: it shows an entity only after it has processed it. As long as it does
 * not, nobody knows what a full mutation would remove.
 */
export function isSettled(
  last: Pick<EnvironmentDetails, 'counts'> | undefined,
  owned: OwnedEntity[],
): boolean {
  const shown = new Map<string, number>();
  for (const { reference } of owned) {
    shown.set(reference.kind, (shown.get(reference.kind) ?? 0) + 1);
  }
  return Boolean(
    last?.counts.every(
      ({ kind, count }) =>
        WITHOUT_ENTITIES.includes(kind) || (shown.get(kind) ?? 0) >= count,
    ),
  );
}
