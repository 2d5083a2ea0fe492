import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import { isObject, MalformedObject, type UnknownObject } from './guards';
import { EVENTING_GROUP, type MeshKind } from './knative';
import { identityOf } from './metadata';

/** The objects of a list that are well formed, and a finding for each other. */
export interface ParsedObjects<T> {
  objects: T[];
  findings: Finding[];
}

/** Reads each object of a list; one that is malformed does not spoil the rest. */
export function parseObjects<T>(
  kind: MeshKind,
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
  kind: MeshKind,
  item: unknown,
  { message }: MalformedObject,
): Finding {
  const object = { group: EVENTING_GROUP, kind, ...identityOf(item) };
  const { namespace, name } = object;
  return {
    code: 'malformedObject',
    severity: 'error',
    object,
    message: `${kind} ${namespace}/${name} is left out: ${message}.`,
    action: `Correct it; Knative's webhook would not accept it as it is.`,
  };
}
