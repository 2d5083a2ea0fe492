import type { Entity } from '@backstage/catalog-model';
import type {
  Broker,
  BrokerDetails,
  BrokerTrigger,
  Finding,
} from 'backstage-plugin-knative-event-mesh-common';
import { toJson } from './details';
import { droppedFinding, sortedFindings } from './findings';
import { objectAnnotations } from './locations';
import {
  componentName,
  environmentRef,
  EVENTING_GROUP,
  namespacedName,
} from './names';
import type { EntityOptions } from './options';
import { passThrough } from './passThrough';

/** What the Component entity of a broker is made from. */
export interface BrokerInput {
  broker: Broker;
  triggers: BrokerTrigger[];
  /** Full refs of the APIs of its event types, sorted. */
  providesApis: string[];
  findings: Finding[];
}

/** The Component that stands for a broker. */
export function brokerEntity(
  input: BrokerInput,
  options: EntityOptions,
): Entity {
  const { broker, triggers, providesApis } = input;
  const { environment } = options;
  const reference = {
    group: EVENTING_GROUP,
    kind: 'Broker',
    namespace: broker.namespace,
    name: broker.name,
  };
  const passed = passThrough(broker, options.passThrough);
  const { namespace, name } = componentName(environment, reference);

  const details: BrokerDetails = {
    brokerClass: broker.brokerClass,
    address: broker.address,
    readiness: broker.readiness,
    triggers,
    findings: sortedFindings([
      ...input.findings,
      ...droppedFinding(reference, passed.dropped),
    ]),
  };

  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      namespace,
      name,
      // Most brokers are called default, so their names alone say little.
      title: namespacedName(broker),
      description: `Knative broker ${namespacedName(broker)}`,
      labels: passed.labels,
      annotations: {
        ...passed.annotations,
        ...objectAnnotations({ environment, ...reference }, broker.uid),
      },
    },
    spec: {
      type: 'broker',
      lifecycle: options.lifecycle,
      owner: options.owner,
      system: environmentRef(environment),
      providesApis,
      eventMesh: toJson(details),
    },
  };
}
