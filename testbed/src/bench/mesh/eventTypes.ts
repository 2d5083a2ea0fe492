import type { DataSet } from './dataSets';

const areas = 20;
const verbs = ['created', 'changed', 'deleted'];

/** As in `com.example.area-3.type-23.changed`: related types begin alike. */
export function typeName(index: number): string {
  const verb = verbs[Math.floor(index / areas) % verbs.length];
  return `com.example.area-${index % areas}.type-${index}.${verb}`;
}

/** The source that the event type with this number declares. */
export function sourceOf(index: number): string {
  return `/bench/source-${index}`;
}

/** Numbers of the event types that a broker provides. */
export function typesOfBroker(
  { brokers, eventTypes }: DataSet,
  broker: number,
): number[] {
  return Array.from(
    { length: Math.ceil((eventTypes - broker) / brokers) },
    (_, round) => broker + round * brokers,
  );
}
