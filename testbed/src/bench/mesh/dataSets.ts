/** What a cluster holds while it is measured. */
export interface DataSet {
  /** How `--sizes` names it. */
  name: string;
  namespaces: number;
  brokers: number;
  eventTypes: number;
  /** There are as many Services. */
  triggers: number;
}

const spread = { namespaces: 10, brokers: 50, eventTypes: 200 };

/** All data sets, in the order in which they are measured. */
export const dataSets: readonly DataSet[] = [
  { name: '100', ...spread, triggers: 100 },
  { name: '1000', ...spread, triggers: 1_000 },
  { name: '10000', ...spread, triggers: 10_000 },
  // Every event type meets every trigger here.
  {
    name: 'one-broker',
    namespaces: 1,
    brokers: 1,
    eventTypes: 1_000,
    triggers: 200,
  },
];
