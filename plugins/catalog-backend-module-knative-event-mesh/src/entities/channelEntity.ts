import type { Entity } from '@backstage/catalog-model';
import type { ChannelDetails } from 'backstage-plugin-knative-event-mesh-common';
import { componentEntity } from './componentEntity';
import { describeAuthorization, describeDelivery } from './describe';
import type { MeshObject } from './meshIndex';
import { namespacedName } from './names';
import type { ObjectInput } from './objectInput';

/** The Component that stands for a channel. */
export function channelEntity(
  item: MeshObject & { role: 'channel' },
  { outgoing, providesApis, senders, findings, context, options }: ObjectInput,
): Entity {
  const { role, reference, object } = item;
  const delivery = describeDelivery(
    object.delivery,
    { holder: reference, field: 'spec.delivery' },
    context,
  );
  const details: Omit<ChannelDetails, 'findings'> = {
    backing: object.backing,
    address: object.address,
    readiness: object.readiness,
    subscriptions: outgoing,
    delivery,
    authorization: describeAuthorization(object.authorization),
    senders,
  };
  return componentEntity(
    {
      role,
      reference,
      object,
      type: 'channel',
      title: object.name,
      description: `Knative channel ${namespacedName(object)} (${object.kind})`,
      providesApis,
      dependsOn: delivery?.deadLetterSink?.link.components,
      details,
      findings,
    },
    options,
  );
}
