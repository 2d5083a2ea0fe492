import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';

/**
 * The catalog's own connections to its database, for closing them at the end:
 * the backend means to, but takes an object for a text on the way
 * (`connection.client.config.includes`, @backstage/backend-defaults 0.18.0), and
 * says nothing of it.
 */
export function catalogDatabase() {
  let close = async () => {};
  const module = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'database-of-the-test',
    register({ registerInit }) {
      registerInit({
        deps: { database: coreServices.database },
        async init({ database }) {
          const client = await database.getClient();
          close = () => client.destroy();
        },
      });
    },
  });
  return { module, close: () => close() };
}
