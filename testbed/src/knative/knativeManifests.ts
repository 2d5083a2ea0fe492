import { join } from 'node:path';
import type { KubernetesObject } from '../cluster/kubernetesObject';
import { readManifestFolder } from '../manifests/readManifestFolder';
import {
  isCustomResourceDefinition,
  type CustomResourceDefinition,
} from './customResourceDefinition';
import { goModuleFolder } from './goModule';
import {
  eventTypeReleases,
  knativeModules,
  type EventTypeRelease,
} from './versions';

const eventingResources = 'config/core/resources';

/** Knative's own manifests, as published in its Go modules. */
export const knativeManifests = {
  /** Knative Eventing: brokers, triggers, event types, channels, sources, sinks. */
  eventing: () => crdsOf(knativeModules.eventing, eventingResources),

  /** The in-memory channel. */
  inMemoryChannel: () =>
    crdsOf(
      knativeModules.eventing,
      'config/channels/in-memory-channel/resources',
    ),

  /** Knative Serving: Services, which events are delivered to. */
  serving: () => crdsOf(knativeModules.serving, 'config/core/300-resources'),

  /** Broker, channel, source and sink on Kafka. */
  kafka: () =>
    crdsOf(knativeModules.kafka, 'control-plane/config/eventing-kafka-broker'),

  /** EventType as an earlier release of Knative has installed it. */
  eventType: async (release: EventTypeRelease) => {
    const crds = await crdsOf(eventTypeReleases[release], eventingResources);
    return crds.filter(({ spec }) => spec.names.plural === 'eventtypes');
  },

  /** The ClusterRoles of Eventing and of Serving that let people read. */
  viewRoles: async () => {
    const objects = await Promise.all([
      objectsOf(knativeModules.eventing, 'config/core/roles'),
      objectsOf(knativeModules.serving, 'config/core/200-roles'),
    ]);
    return objects
      .flat()
      .filter(({ metadata }) => metadata.name.endsWith('namespaced-view'));
  },
};

async function crdsOf(
  module: string,
  folder: string,
): Promise<CustomResourceDefinition[]> {
  const objects = await objectsOf(module, folder);
  return objects.filter(isCustomResourceDefinition);
}

async function objectsOf(
  module: string,
  folder: string,
): Promise<KubernetesObject[]> {
  return readManifestFolder(join(await goModuleFolder(module), folder));
}
