import { createBackendModule } from '@backstage/backend-plugin-api';
import { eventMeshTransformExtensionPoint } from '..';

export default createBackendModule({
  pluginId: 'catalog',
  moduleId: 'our-event-mesh',
  register({ registerInit }) {
    registerInit({
      deps: { eventMesh: eventMeshTransformExtensionPoint },
      async init({ eventMesh }) {
        eventMesh.setEntityTransformer((entity, { role, object }) => {
          if (role === 'source' && object.namespace === 'load-tests') {
            return null; // leaves it out
          }
          entity.metadata.tags = ['knative', object.kind.toLowerCase()];
          return entity;
        });
      },
    });
  },
});
