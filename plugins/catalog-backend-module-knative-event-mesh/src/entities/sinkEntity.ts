import type { Entity } from '@backstage/catalog-model';
import type { SinkDetails } from 'backstage-plugin-knative-event-mesh-common';
import { componentEntity } from './componentEntity';
import { describeAuthorization, sortedSettings } from './describe';
import type { MeshObject } from './meshIndex';
import { namespacedName } from './names';
import type { ObjectInput } from './objectInput';

/** The Component that stands for a resource at which events end. */
export function sinkEntity(
  item: MeshObject & { role: 'sink' },
  { senders, findings, options }: ObjectInput,
): Entity {
  const { role, reference, object } = item;
  const details: Omit<SinkDetails, 'findings'> = {
    address: object.address,
    settings: sortedSettings(object.settings),
    authorization: describeAuthorization(object.authorization),
    senders,
    readiness: object.readiness,
  };
  return componentEntity(
    {
      role,
      reference,
      object,
      type: 'sink',
      title: object.name,
      description: `Knative sink ${namespacedName(object)} (${object.kind})`,
      details,
      findings,
    },
    options,
  );
}
