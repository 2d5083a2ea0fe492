import {
  contextAttributes,
  type AttributeDeclaration,
  type Setting,
} from 'backstage-plugin-knative-event-mesh-common';
import { sortedBy } from './sort';

/**
 * What the events of a source carry: what the event type declares, and what the
 * source sets on every event, which goes before it.
 * It can only set extensions (`applyOverrides`, knative.md 3.5).
 */
export function overriddenAttributes(
  attributes: readonly AttributeDeclaration[],
  overrides: readonly Setting[],
): AttributeDeclaration[] {
  const extensions = overrides.filter(
    ({ name }) => !contextAttributes.has(name),
  );
  if (extensions.length === 0) {
    return [...attributes];
  }
  const set = new Set(extensions.map(({ name }) => name));
  return sortedBy(
    [
      ...attributes.filter(({ name }) => !set.has(name)),
      ...extensions.map(({ name, value }) => ({ name, value, required: true })),
    ],
    ({ name }) => name,
  );
}
