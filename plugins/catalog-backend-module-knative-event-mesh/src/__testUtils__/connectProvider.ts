import { mockServices } from '@backstage/backend-test-utils';
import type {
  LoggerService,
  SchedulerServiceTaskFunction,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readProviderConfigs } from '../config';
import {
  KnativeEventMeshEntityProvider,
  type KnativeEventMeshEntityProviderOptions,
} from '../KnativeEventMeshEntityProvider';
import type { TestCatalog } from './testCatalog';

/**
 * Connects a provider with a catalog, as a backend does that starts.
 *
 * @param knativeEventMesh - the settings of all environments, as they are written
 * @returns its poll
 */
export async function connectProvider(
  store: TestCatalog,
  environment: string,
  knativeEventMesh: JsonObject,
  options: Partial<KnativeEventMeshEntityProviderOptions> & {
    logger: LoggerService;
  },
): Promise<(signal?: AbortSignal) => Promise<void>> {
  const config = readProviderConfigs(
    new ConfigReader({ catalog: { providers: { knativeEventMesh } } }),
  ).find(item => item.environment === environment)!;
  let task: SchedulerServiceTaskFunction | undefined;
  const provider = KnativeEventMeshEntityProvider.fromConfig(config, {
    auth: mockServices.auth(),
    catalog: store.catalog,
    scheduler: mockServices.scheduler.mock({
      createScheduledTaskRunner: () => ({
        run: async given => {
          task = given.fn;
        },
      }),
    }),
    ...options,
  });
  await provider.connect(store.connection);
  return async (signal = new AbortController().signal) => task!(signal);
}

/** A logger that keeps its lines, also those of its children. */
export function keepingLogger() {
  const logger = mockServices.logger.mock();
  logger.child.mockReturnValue(logger);
  const lines = (level: 'info' | 'warn' | 'error') =>
    logger[level].mock.calls.map(([line]) => line);
  return { logger, lines };
}
