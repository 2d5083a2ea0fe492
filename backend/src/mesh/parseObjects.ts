import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import { isObject, MalformedObject, type UnknownObject } from './guards';
import type { GroupKind } from './knative';
import { identityOf } from './metadata';

/** The objects of a list that are well formed, and a finding for each other. */
export interface ParsedObjects<T> {
  objects: T[];
  findings: Finding[];
}

/** Reads each object of a list; one that is malformed does not spoil the rest. */
export function parseObjects<T>(
  kind: GroupKind,
  items: readonly unknown[],
  parse: (object: UnknownObject) => T,
): ParsedObjects<T> {
  const parsed: ParsedObjects<T> = { objects: [], findings: [] };
  for (const item of items) {
    try {
      if (!isObject(item)) {
        throw new MalformedObject('it is not an object');
      }
      parsed.objects.push(parse(item));
    } catch (error) {
      if (!(error instanceof MalformedObject)) {
        throw error;
      }
      parsed.findings.push(malformedObject(kind, item, error));
    }
  }
  return parsed;
}

function malformedObject(
  { group, kind }: GroupKind,
  item: unknown,
  { message }: MalformedObject,
): Finding {
  const { namespace, name } = identityOf(item);
  return {
    code: 'malformedObject',
    severity: 'error',
    object: { group, kind, namespace, name },
    message: `${kind} ${namespace}/${name} is left out: ${message}.`,
    action: 'Correct it; Knative cannot use it as it is.',
  };
}
