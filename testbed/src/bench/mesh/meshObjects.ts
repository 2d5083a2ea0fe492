import { KUBERNETES_ID } from 'backstage-plugin-knative-event-mesh-common';
import type { KubernetesObject } from '../../cluster/kubernetesObject';
import type { DataSet } from './dataSets';
import { sourceOf, typeName } from './eventTypes';
import { filterOf } from './filters';

const eventing = 'eventing.knative.dev';

/** The objects of a data set, each kind after those that it refers to. */
export function meshObjects(set: DataSet): KubernetesObject[] {
  return [
    ...objects(set.namespaces, namespace),
    ...objects(set.brokers, index => broker(set, index)),
    ...objects(set.eventTypes, index => eventType(set, index)),
    ...objects(set.triggers, index => service(set, index)),
    ...objects(set.triggers, index => trigger(set, index)),
  ];
}

function objects(
  count: number,
  make: (index: number) => KubernetesObject,
): KubernetesObject[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

function namespace(index: number): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name: namespaceName(index) },
  };
}

function broker(set: DataSet, index: number): KubernetesObject {
  return {
    apiVersion: `${eventing}/v1`,
    kind: 'Broker',
    metadata: {
      ...brokerOf(set, index),
      annotations: { [`${eventing}/broker.class`]: 'MTChannelBasedBroker' },
    },
    spec: { delivery: { retry: 3, backoffPolicy: 'exponential' } },
  };
}

function eventType(set: DataSet, index: number): KubernetesObject {
  const { name, namespace: place } = brokerOf(set, index);
  return {
    // The version that Knative stores.
    apiVersion: `${eventing}/v1beta2`,
    kind: 'EventType',
    metadata: { name: `type-${index}`, namespace: place },
    spec: {
      type: typeName(index),
      source: sourceOf(index),
      description: `Event type ${index} of the measured mesh`,
      reference: { apiVersion: `${eventing}/v1`, kind: 'Broker', name },
    },
  };
}

function service(set: DataSet, index: number): KubernetesObject {
  // The others, one of four, are in every namespace.
  const isLabelled = (index + Math.floor(index / 10)) % 4 !== 3;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: `subscriber-${index}`,
      namespace: brokerOf(set, index).namespace,
      labels: {
        'app.kubernetes.io/name': `subscriber-${index}`,
        ...(isLabelled && { [KUBERNETES_ID]: `subscriber-${index}` }),
      },
    },
    // Without an address: there are not enough of them for all.
    spec: { clusterIP: 'None', ports: [{ port: 80 }] },
  };
}

function trigger(set: DataSet, index: number): KubernetesObject {
  const { name, namespace: place } = brokerOf(set, index);
  const subscriber = `subscriber-${index}`;
  return {
    apiVersion: `${eventing}/v1`,
    kind: 'Trigger',
    metadata: { name: `trigger-${index}`, namespace: place },
    spec: {
      broker: name,
      ...filterOf(set, index),
      subscriber: {
        ref: {
          apiVersion: 'v1',
          kind: 'Service',
          name: subscriber,
          namespace: place,
        },
      },
    },
  };
}

/** The broker that the object with this number belongs to. */
function brokerOf(
  { brokers, namespaces }: DataSet,
  index: number,
): { name: string; namespace: string } {
  const number = index % brokers;
  return {
    name: `broker-${number}`,
    namespace: namespaceName(number % namespaces),
  };
}

function namespaceName(index: number): string {
  return `bench-${index}`;
}
