import type { SchemaObject } from 'backstage-plugin-knative-event-mesh-common';

/** The fields of what JSON text says, or undefined for anything but an object. */
export function fieldsOf(value: unknown): SchemaObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as SchemaObject)
    : undefined;
}
