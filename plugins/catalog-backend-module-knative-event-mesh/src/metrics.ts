import type { MetricsService } from '@backstage/backend-plugin-api/alpha';
import {
  roleOf,
  type EventMeshRole,
} from 'backstage-plugin-knative-event-mesh-common';
import type { Poll } from './makePoll';

const PREFIX = 'backstage.plugin.catalog.knative_event_mesh';
/** What is counted without having entities of its own, by Kubernetes kind. */
const WITHOUT_ENTITY = {
  Trigger: 'trigger',
  Subscription: 'subscription',
  EventPolicy: 'policy',
} as const;

type Counted = EventMeshRole | 'trigger' | 'subscription' | 'policy';

/** What a poll has found, in numbers. */
export interface MeshMeasurement {
  objects: Partial<Record<Counted, number>>;
  linkedSubscribers: number;
  unlinkedSubscribers: number;
  /** That stay although the answer does not have them. */
  keptEntities: number;
}

/** Takes the result of each good poll. */
export interface MeshMetrics {
  /** @param validSeconds - after which it is too old to be told */
  record(
    environment: string,
    measurement: MeshMeasurement,
    validSeconds: number,
  ): void;
}

/** Counts what a poll has found. */
export function measure({ mesh, kept }: Poll): MeshMeasurement {
  const objects: MeshMeasurement['objects'] = {
    eventType: 0,
    broker: 0,
    channel: 0,
    source: 0,
    sink: 0,
    flow: 0,
  };
  for (const entity of mesh.entities) {
    const role = roleOf(entity);
    if (role) {
      objects[role] = (objects[role] ?? 0) + 1;
    }
  }
  const { counts, linkCoverage } = mesh.environment;
  for (const [kind, name] of Object.entries(WITHOUT_ENTITY)) {
    // Absent when the service does not say, which is not zero.
    const count = counts.find(counted => counted.kind === kind)?.count;
    if (count !== undefined) {
      objects[name] = count;
    }
  }
  return {
    objects,
    linkedSubscribers: linkCoverage.linked,
    unlinkedSubscribers: linkCoverage.total - linkCoverage.linked,
    keptEntities: kept,
  };
}

/**
 * Creates the metrics of all environments.
 *
 * @remarks
 * Any backend may run the next poll, so each tells what it has found itself, and
 * only as long as that is recent: a gauge that is set would stay for ever where
 * no poll runs any more. Labels are the environment, and words of this module,
 * never names from a cluster.
 */
export function createMeshMetrics(metrics: MetricsService): MeshMetrics {
  const polls = new Map<
    string,
    { measurement: MeshMeasurement; at: number; until: number }
  >();
  const observe = (
    name: string,
    description: string,
    read: (
      measurement: MeshMeasurement,
      at: number,
    ) => [number, Record<string, string>?][],
  ) =>
    metrics
      .createObservableGauge(`${PREFIX}.${name}`, { description })
      .addCallback(result => {
        for (const [environment, { measurement, at, until }] of polls) {
          if (Date.now() <= until) {
            for (const [value, labels] of read(measurement, at)) {
              result.observe(value, { environment, ...labels });
            }
          }
        }
      });

  observe('objects', 'Objects of the event mesh', ({ objects }) =>
    Object.entries(objects).map(([kind, count]) => [count, { kind }]),
  );
  observe(
    'subscribers',
    'Subscribers of the event mesh, by whether they are linked to a Component',
    ({ linkedSubscribers, unlinkedSubscribers }) => [
      [linkedSubscribers, { linked: 'true' }],
      [unlinkedSubscribers, { linked: 'false' }],
    ],
  );
  observe(
    'entities_kept',
    'Entities that stay although the last answer does not have them',
    ({ keptEntities }) => [[keptEntities]],
  );
  observe(
    'last_good_poll',
    'When this backend last polled with success, in seconds since 1970',
    (_, at) => [[at / 1_000]],
  );

  return {
    record(environment, measurement, validSeconds) {
      const at = Date.now();
      polls.set(environment, {
        measurement,
        at,
        until: at + validSeconds * 1_000,
      });
    },
  };
}
