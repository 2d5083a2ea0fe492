import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { readProviderConfigs } from './config';
import { KnativeEventMeshEntityProvider } from './KnativeEventMeshEntityProvider';
import { KnativeEventMeshProcessor } from './KnativeEventMeshProcessor';

/**
 * Brings the Knative event mesh into the catalog: event types as APIs, brokers
 * as Components, and relations to the Components that receive the events.
 *
 * @public
 */
export const catalogModuleKnativeEventMesh = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'knative-event-mesh',
  register(registration) {
    registration.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, processing, ...services }) {
        const providerConfigs = readProviderConfigs(config);
        if (providerConfigs.length === 0) {
          services.logger.info(
            'No event mesh is configured; add one under catalog.providers.knativeEventMesh',
          );
          return;
        }
        processing.addEntityProvider(
          providerConfigs.map(providerConfig =>
            KnativeEventMeshEntityProvider.fromConfig(providerConfig, services),
          ),
        );
        processing.addProcessor(new KnativeEventMeshProcessor());
      },
    });
  },
});
