import type {
  EventMesh,
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { EVENTING_GROUP, namespacedName, sortedBy } from './names';

/** Findings in an order that does not depend on the order of the answer. */
export function sortedFindings(findings: Finding[]): Finding[] {
  return sortedBy(
    findings,
    finding => finding.code,
    finding => finding.object.kind,
    finding => finding.object.namespace,
    finding => finding.object.name,
    finding => finding.message,
    finding => JSON.stringify(finding),
  );
}

/** Tells that labels or annotations could not be passed through, if so. */
export function droppedFinding(
  object: ObjectReference,
  dropped: number,
): Finding[] {
  if (dropped === 0) {
    return [];
  }
  return [
    {
      code: 'metadataLeftOut',
      severity: 'info',
      object,
      message: `Labels or annotations that the catalog does not accept were left out: ${dropped}.`,
      action:
        'Give labels values of at most 63 letters, digits, dashes, underscores and dots, and keys that do not differ only in case.',
    },
  ];
}

/** Puts each finding on the entity of its object; those of a trigger on its broker. */
export function assignFindings(mesh: EventMesh) {
  const key = (kind: string, object: { namespace: string; name: string }) =>
    `${kind} ${namespacedName(object)}`;
  const homes = new Map<string, Finding[]>();
  mesh.eventTypes.forEach(item => homes.set(key('EventType', item), []));
  mesh.brokers.forEach(item => homes.set(key('Broker', item), []));
  for (const trigger of mesh.triggers ?? []) {
    const broker = homes.get(key('Broker', trigger.broker));
    if (broker) {
      homes.set(key('Trigger', trigger), broker);
    }
  }

  const withoutHome: Finding[] = [];
  for (const finding of mesh.findings ?? []) {
    const home =
      finding.object.group === EVENTING_GROUP
        ? homes.get(key(finding.object.kind, finding.object))
        : undefined;
    (home ?? withoutHome).push(finding);
  }
  return {
    of: (kind: string, object: { namespace: string; name: string }) =>
      homes.get(key(kind, object)) ?? [],
    withoutHome: sortedFindings(withoutHome),
  };
}
