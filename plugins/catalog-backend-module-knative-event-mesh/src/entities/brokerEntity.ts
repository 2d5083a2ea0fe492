import type { Entity } from '@backstage/catalog-model';
import type { BrokerDetails } from 'backstage-plugin-knative-event-mesh-common';
import { componentEntity } from './componentEntity';
import { describeAuthorization, describeDelivery } from './describe';
import type { MeshObject } from './meshIndex';
import { namespacedName } from './names';
import type { ObjectInput } from './objectInput';

/** The Component that stands for a broker. */
export function brokerEntity(
  item: MeshObject & { role: 'broker' },
  { outgoing, providesApis, senders, findings, context, options }: ObjectInput,
): Entity {
  const { role, reference, object } = item;
  const delivery = describeDelivery(
    object.delivery,
    { holder: reference, field: 'spec.delivery' },
    context,
  );
  const details: Omit<BrokerDetails, 'findings'> = {
    brokerClass: object.brokerClass,
    address: object.address,
    readiness: object.readiness,
    triggers: outgoing,
    delivery,
    authorization: describeAuthorization(object.authorization),
    senders,
  };
  return componentEntity(
    {
      role,
      reference,
      object,
      type: 'broker',
      // Most brokers are called default, so their names alone say little.
      title: namespacedName(object),
      description: `Knative broker ${namespacedName(object)}`,
      providesApis,
      dependsOn: delivery?.deadLetterSink?.link.components,
      details,
      findings,
    },
    options,
  );
}
