import type { SchedulerServiceTaskScheduleDefinition } from '@backstage/backend-plugin-api';
import type { RemovalGuards } from './guards';

/** Labels and annotations, by key, that entities take over from Kubernetes objects. */
export interface PassThroughConfig {
  labels: string[];
  annotations: string[];
}

/** What a Component entity can stand for, as configuration calls it. */
export const emittedKinds = [
  'brokers',
  'channels',
  'sources',
  'sinks',
  'flows',
] as const;

/** One of the kinds that configuration can leave out of the catalog. */
export type EmittedKind = (typeof emittedKinds)[number];

/** How the service is reached; the entities do not depend on it. */
export interface ConnectionConfig {
  /** Where the settings stand, for messages that tell what to change. */
  configKey: string;
  /** Without trailing slash and without `/v1`. */
  baseUrl: string;
  /** Absent when it is in a file. */
  token?: string;
  /** Path of a file with the token, read anew for each request. */
  tokenFile?: string;
  /** Path of a PEM file, read anew for each request. */
  caFile?: string;
  /** PEM text. */
  caData?: string;
  /** For one request, its answer included. Absent: the default of the client. */
  timeoutMilliseconds?: number;
}

/** The validated settings of one environment. */
export interface ProviderConfig
  extends ConnectionConfig,
    Partial<RemovalGuards> {
  environment: string;
  schedule: SchedulerServiceTaskScheduleDefinition;
  /** Topic of the events that start a poll. Absent: the schedule alone does. */
  eventsTopic?: string;
  /** Kubernetes namespaces that are read, sorted. Absent: all of them. */
  namespaces?: string[];
  /** False for what gets no entity. */
  emit?: Partial<Record<EmittedKind, boolean>>;
  /** Full entity ref. */
  owner: string;
  /** Full entity refs by Kubernetes namespace; they go before `owner`. */
  ownerByNamespace?: Record<string, string>;
  /** Full entity ref. Absent: the System of the environment. */
  system?: string;
  lifecycle: string;
  /**
   * Namespace of the catalog, with `{namespace}` for the one in Kubernetes and
   * without any other placeholder. Absent: the one in Kubernetes.
   */
  entityNamespace?: string;
  /** Absent: names with the kind in them. */
  naming?: 'upstream';
  /** `spec.type` of the APIs. Absent: `asyncapi`. */
  apiType?: 'eventType';
  relatePossibleConsumers: boolean;
  trustConsumedBy: boolean;
  /** What is passed through besides the defaults. */
  passThrough: PassThroughConfig;
}
