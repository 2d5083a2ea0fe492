import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  meshDocument,
  meshSize,
} from 'testbed/src/bench/provider/mesh/meshDocument';
import { userComponents } from 'testbed/src/bench/provider/mesh/userComponents';

/** A mesh in which one Trigger sends to another subscriber than before. */
export interface ChangedTrigger {
  mesh: EventMesh;
  /** Full refs of what the Trigger connects, before or now, sorted. */
  connected: string[];
}

/** Has a Trigger that passes one event type send to another Component. */
export function changedTrigger(
  entities: number,
  revision: number,
): ChangedTrigger {
  const mesh = meshDocument(entities, revision);
  const triggers = mesh.triggers ?? [];
  const registered = new Set(
    userComponents(entities).map(
      component => (component as { metadata: { name: string } }).metadata.name,
    ),
  );
  // Those before pass every event type of their broker.
  const { brokers } = meshSize(entities);
  const index = triggers.findIndex(
    ({ subscriber }, number) =>
      number >= brokers && registered.has(subscriber?.kubernetesId ?? ''),
  );
  const trigger = triggers[index];
  const eventType = mesh.eventTypes[index - brokers];
  const before = trigger.subscriber?.kubernetesId;
  const other = triggers.find(
    ({ subscriber, broker }) =>
      broker?.name !== trigger.broker?.name &&
      subscriber?.kubernetesId !== before &&
      registered.has(subscriber?.kubernetesId ?? ''),
  );
  const after = other?.subscriber?.kubernetesId;
  trigger.subscriber = other?.subscriber;
  eventType.consumedBy = eventType.consumedBy
    .map(id => (id === before && after ? after : id))
    .sort();
  const { namespace, name } = eventType;
  return {
    mesh,
    connected: [
      `api:${namespace}/${name}`,
      `component:${trigger.broker?.namespace}/${trigger.broker?.name}-broker`,
      `component:default/${after}`,
      `component:default/${before}`,
    ].sort(),
  };
}
