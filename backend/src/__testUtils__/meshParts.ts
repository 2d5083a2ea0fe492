import { KUBERNETES_ID } from 'backstage-plugin-knative-event-mesh-common';
import { parseBroker } from '../mesh/broker';
import { buildEventMesh, type MeshParts } from '../mesh/buildEventMesh';
import { parseChannel } from '../mesh/channel';
import { parseEventPolicy } from '../mesh/eventPolicy';
import { parseEventType } from '../mesh/eventType';
import { parseFlow } from '../mesh/flow';
import type { UnknownObject } from '../mesh/guards';
import { parseSink } from '../mesh/sink';
import { parseSource } from '../mesh/source';
import { parseSubscription } from '../mesh/subscription';
import { parseTrigger } from '../mesh/trigger';

interface ApiObject {
  apiVersion: string;
  kind: string;
  metadata: {
    namespace: string;
    name: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

const partOfKind = new Map<string, keyof ReturnType<typeof parsedObjects>>([
  ['Broker', 'brokers'],
  ['EventType', 'eventTypes'],
  ['Trigger', 'triggers'],
  ['Channel', 'channels'],
  ['InMemoryChannel', 'channels'],
  ['KafkaChannel', 'channels'],
  ['Subscription', 'subscriptions'],
  ['JobSink', 'sinks'],
  ['IntegrationSink', 'sinks'],
  ['KafkaSink', 'sinks'],
  ['Sequence', 'flows'],
  ['Parallel', 'flows'],
  ['EventTransform', 'flows'],
  ['RequestReply', 'flows'],
  ['EventPolicy', 'policies'],
]);

function partOf({ apiVersion, kind }: ApiObject) {
  return apiVersion.startsWith('sources.') ? 'sources' : partOfKind.get(kind);
}

function parsedObjects(objects: readonly ApiObject[]) {
  const of = (part: string) =>
    objects.filter(object => partOf(object) === part);
  const parsed = <T>(part: string, parse: (object: UnknownObject) => T): T[] =>
    of(part).map(object => parse({ ...object }));
  const parsedByKind = <T>(
    part: string,
    parserOf: (kind: {
      group: string;
      kind: string;
    }) => (object: UnknownObject) => T,
  ): T[] =>
    of(part).map(object => {
      const [group] = object.apiVersion.split('/');
      return parserOf({ group, kind: object.kind })({ ...object });
    });
  return {
    brokers: parsed('brokers', parseBroker),
    eventTypes: parsed('eventTypes', parseEventType),
    triggers: parsed('triggers', parseTrigger),
    channels: parsedByKind('channels', parseChannel),
    subscriptions: parsed('subscriptions', parseSubscription),
    sources: parsedByKind('sources', parseSource),
    sinks: parsedByKind('sinks', parseSink),
    flows: parsedByKind('flows', parseFlow),
    policies: parsed('policies', parseEventPolicy),
  };
}

/**
 * What is read of a cluster with these objects: those of the mesh in its lists, all
 * others where destinations are looked up.
 */
export function meshParts(
  objects: readonly ApiObject[],
  overrides: Partial<MeshParts> = {},
): MeshParts {
  const kinds = new Set(
    [...partOfKind.keys()].concat(
      objects.filter(object => partOf(object)).map(({ kind }) => kind),
    ),
  );
  return {
    serviceVersion: '1.2.3',
    ...parsedObjects(objects),
    findDestination: reference => {
      const object = objects.find(
        ({ apiVersion, kind, metadata }) =>
          kind === reference.kind &&
          metadata.name === reference.name &&
          metadata.namespace === reference.namespace &&
          (apiVersion.includes('/') ? apiVersion.split('/')[0] : '') ===
            reference.group,
      );
      if (!object) {
        return { found: 'no' };
      }
      const { labels = {}, annotations = {} } = object.metadata;
      const kubernetesId = labels[KUBERNETES_ID] ?? annotations[KUBERNETES_ID];
      return { found: 'yes', labels, ...(kubernetesId && { kubernetesId }) };
    },
    findSelected: () => [],
    isRead: ({ group, kind }) => group !== '' && kinds.has(kind),
    isWholeCluster: true,
    isKnativeAtLeast115: true,
    findings: [],
    omitted: [],
    ...overrides,
  };
}

/** The answer for a cluster with these objects. */
export function meshOf(
  objects: readonly ApiObject[],
  overrides: Partial<MeshParts> = {},
) {
  const mesh = buildEventMesh(meshParts(objects, overrides));
  const { triggers = [], subscriptions = [], sinks = [] } = mesh;
  const { flows = [], policies = [], findings = [] } = mesh;
  return { ...mesh, triggers, subscriptions, sinks, flows, policies, findings };
}
