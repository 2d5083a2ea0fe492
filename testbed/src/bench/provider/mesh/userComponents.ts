import { KUBERNETES_ID } from 'backstage-plugin-knative-event-mesh-common';
import { kubernetesIdOf, meshSize } from './meshDocument';

/**
 * The Components of the people who run the subscribers, as documents for one
 * catalog-info file. Of five subscribers with an id, one has no Component.
 */
export function userComponents(entities: number): object[] {
  const { subscribers } = meshSize(entities);
  return Array.from({ length: subscribers }, (_, index) => index).flatMap(
    index => {
      const id = kubernetesIdOf(index);
      return id === undefined || index % 5 === 4 ? [] : [component(id)];
    },
  );
}

function component(id: string): object {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: id, annotations: { [KUBERNETES_ID]: id } },
    spec: { type: 'service', lifecycle: 'production', owner: 'group:bench' },
  };
}
