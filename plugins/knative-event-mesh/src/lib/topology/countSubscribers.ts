import { type MeshGraph, providersOf } from './meshGraph';

/**
 * To how many events are, or may be, delivered: by the ids of event types, and
 * of brokers and channels, which deliver what their event types are.
 */
export function countSubscribers(graph: MeshGraph): Map<string, number> {
  const providers = providersOf(graph);
  const subscribers = new Map<string, Set<string>>();
  for (const { id, lane } of graph.nodes) {
    if (lane === 'provider' || lane === 'eventType') {
      subscribers.set(id, new Set());
    }
  }
  for (const { kind, source, target } of graph.edges) {
    if (kind === 'delivers') {
      subscribers.get(source)?.add(target);
      subscribers.get(providers.get(source) ?? '')?.add(target);
    }
  }
  return new Map([...subscribers].map(([id, targets]) => [id, targets.size]));
}
