import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { metricsServiceRef } from '@backstage/backend-plugin-api/alpha';
import {
  catalogProcessingExtensionPoint,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import { environmentsOf, readProviderConfigs } from './config';
import { KnativeEventMeshEntityProvider } from './KnativeEventMeshEntityProvider';
import { KnativeEventMeshProcessor } from './KnativeEventMeshProcessor';
import { createMeshMetrics } from './metrics';
import { ReservedProvider } from './ReservedProvider';
import {
  eventMeshTransformExtensionPoint,
  type EventMeshEntityTransformer,
} from './transform';

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
    let transformer: EventMeshEntityTransformer | undefined;
    registration.registerExtensionPoint(eventMeshTransformExtensionPoint, {
      setEntityTransformer(given) {
        if (transformer) {
          throw new Error(
            'A transformer of the event mesh is set already. Combine both in one function',
          );
        }
        transformer = given;
      },
    });

    registration.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        logger: coreServices.logger,
        metrics: metricsServiceRef,
        processing: catalogProcessingExtensionPoint,
        scheduler: coreServices.scheduler,
      },
      async init({ config, metrics, processing, ...services }) {
        const environments = environmentsOf(config);
        if (environments.length === 0) {
          services.logger.info(
            'No event mesh is configured; add one under catalog.providers.knativeEventMesh',
          );
          return;
        }
        // Before the settings are read, so that nothing is lost when they are
        // wrong: neither entities nor, for want of the processor, relations.
        const providers = environments.map(
          environment => new ReservedProvider(environment),
        );
        processing.addEntityProvider(providers);
        processing.addProcessor(new KnativeEventMeshProcessor());

        const meshMetrics = createMeshMetrics(metrics);
        readProviderConfigs(config).forEach((providerConfig, index) =>
          providers[index].provide(
            KnativeEventMeshEntityProvider.fromConfig(providerConfig, {
              ...services,
              metrics: meshMetrics,
              transformer,
            }),
          ),
        );
      },
    });
  },
});
