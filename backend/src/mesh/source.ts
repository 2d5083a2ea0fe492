import type {
  Readiness,
  Setting,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  objectAt,
  readableObjectAt,
  readableObjectsAt,
  readableTextAt,
  statusOf,
  textsAt,
  type UnknownObject,
} from './guards';
import { parseDelivery, type DeliverySpec } from './delivery';
import type { GroupKind } from './knative';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { perKind } from './perKind';
import { findCondition } from './readiness';
import { parseDestination, type DestinationSpec } from './references';
import { parseSettings } from './settings';
import { specOf } from './spec';
import { parseWorkload, type WorkloadReference } from './workload';

/** A source of any kind, as far as the mesh needs it. */
export interface SourceObject {
  metadata: Metadata;
  group: string;
  kind: string;
  owners: Owner[];
  sink?: DestinationSpec;
  /** What it states to send: `status.ceAttributes` (knative.md 4.6). */
  ceAttributes: { type: string; source?: string }[];
  /** Attributes that it sets on every event, sorted by name. */
  ceOverrides: Setting[];
  /** What a SinkBinding makes send. */
  subject?: WorkloadReference;
  /** Labels of the pods that a ContainerSource runs. */
  podLabels?: Record<string, string>;
  /** How EventPolicies know it: `system:serviceaccount:<namespace>:<name>`. */
  identity?: string;
  /** What a KafkaSource does with what its sink does not take. */
  delivery?: DeliverySpec;
  /** Sorted by name. */
  settings: Setting[];
  /** Address of the sink, as Knative has resolved it. */
  sinkUri?: string;
  readiness?: Readiness;
}

const SOURCES_GROUP = 'sources.knative.dev';

/**
 * Gives what reads a source of a kind, such as PingSource; for the same kind
 * always the same function, which throws MalformedObject.
 */
export const parseSource = perKind(
  ({ group, kind }: GroupKind) =>
    (object: UnknownObject): SourceObject => {
      const metadata = parseMetadata(object);
      const { namespace } = metadata;
      const spec = specOf(object);
      const status = statusOf(object);
      const isOf = (wanted: string) =>
        group === SOURCES_GROUP && kind === wanted;
      const sink = parseDestination(objectAt(spec, 'sink'), namespace);
      const subject = isOf('SinkBinding')
        ? parseWorkload(objectAt(spec, 'subject'), namespace)
        : undefined;
      const podLabels = isOf('ContainerSource')
        ? parsePodLabels(spec)
        : undefined;
      const delivery = parseDelivery(spec, namespace);
      const identity = parseIdentity(status, namespace);
      const sinkUri = readableTextAt(status, 'sinkUri');
      const readiness = findCondition(object, 'Ready');
      return {
        metadata,
        group,
        kind,
        owners: parseOwners(object),
        ...(sink ? { sink } : {}),
        ceAttributes: parseAttributes(status),
        ceOverrides: parseOverrides(spec),
        ...(subject ? { subject } : {}),
        ...(podLabels ? { podLabels } : {}),
        ...(delivery ? { delivery } : {}),
        ...(identity ? { identity } : {}),
        settings: parseSettings({ group, kind }, object),
        ...(sinkUri ? { sinkUri } : {}),
        ...(readiness ? { readiness } : {}),
      };
    },
);

function parseAttributes(status: UnknownObject): SourceObject['ceAttributes'] {
  return readableObjectsAt(status, 'ceAttributes').flatMap(attributes => {
    const type = readableTextAt(attributes, 'type');
    const source = readableTextAt(attributes, 'source');
    return type ? [{ type, ...(source ? { source } : {}) }] : [];
  });
}

function parseOverrides(spec: UnknownObject): Setting[] {
  const overrides = objectAt(spec, 'ceOverrides') ?? {};
  return Object.entries(textsAt(overrides, 'extensions')).map(
    ([name, value]) => ({ name, value }),
  );
}

function parsePodLabels(
  spec: UnknownObject,
): Record<string, string> | undefined {
  const template = objectAt(spec, 'template') ?? {};
  const labels = textsAt(objectAt(template, 'metadata') ?? {}, 'labels');
  return Object.keys(labels).length > 0 ? labels : undefined;
}

function parseIdentity(
  status: UnknownObject,
  namespace: string,
): string | undefined {
  const account = readableTextAt(
    readableObjectAt(status, 'auth') ?? {},
    'serviceAccountName',
  );
  return account && `system:serviceaccount:${namespace}:${account}`;
}
