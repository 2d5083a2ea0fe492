import type { DataSet } from './dataSets';
import { sourceOf, typeName, typesOfBroker } from './eventTypes';

/** What a filter is written about. */
interface Subject {
  /** The event type that is wanted, and the next one of the same broker. */
  type: string;
  otherType: string;
  source: string;
  /** What the names of related event types begin with. */
  area: string;
  /** What the names of event types of the same sort end with. */
  verb: string;
}

/** Every dialect, the old one most often, as in clusters that have grown. */
const dialects: readonly ((subject: Subject) => object)[] = [
  ({ type }) => ({ filter: { attributes: { type } } }),
  ({ type }) => ({ filter: { attributes: { type } } }),
  ({ type, source }) => ({ filter: { attributes: { type, source } } }),
  // No event type declares `priority`.
  ({ type }) => ({ filter: { attributes: { type, priority: 'high' } } }),
  ({ type }) => ({ filters: [{ exact: { type } }] }),
  ({ area }) => ({ filters: [{ prefix: { type: area } }] }),
  ({ verb }) => ({ filters: [{ suffix: { type: verb } }] }),
  ({ area, verb }) => ({
    filters: [
      { all: [{ prefix: { type: area } }, { suffix: { type: verb } }] },
    ],
  }),
  ({ type, otherType }) => ({
    filters: [{ any: [{ exact: { type } }, { exact: { type: otherType } }] }],
  }),
  ({ area, source }) => ({
    filters: [{ prefix: { type: area } }, { not: { suffix: { source } } }],
  }),
  ({ type, otherType }) => ({
    filters: [{ cesql: `type IN ('${type}', '${otherType}')` }],
  }),
  ({ area }) => ({
    filters: [
      { cesql: `type LIKE '${area}%' AND (EXISTS subject OR source != '/')` },
    ],
  }),
];

/** One Trigger of so many filters by nothing. */
const oneWithoutFilter = 20;

/** The filter of the Trigger with this number, on types of its own broker. */
export function filterOf(set: DataSet, index: number): object {
  if (index % oneWithoutFilter === oneWithoutFilter - 1) {
    return {};
  }
  const broker = index % set.brokers;
  const round = Math.floor(index / set.brokers);
  const types = typesOfBroker(set, broker);
  const wanted = types[round % types.length];
  const type = typeName(wanted);
  const [area, verb] = type.split(/type-\d+/);
  return dialects[(broker + round) % dialects.length]({
    type,
    otherType: typeName(types[(round + 1) % types.length]),
    source: sourceOf(wanted),
    area,
    verb,
  });
}
