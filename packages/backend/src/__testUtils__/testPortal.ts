import { createBackend } from '@backstage/backend-defaults';
import { mockServices } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import eventMeshModule from 'backstage-plugin-catalog-backend-module-knative-event-mesh';
import { freePort } from 'demo';
import { catalogDatabase } from './catalogDatabase';
import { createCapturingLogger } from './capturingLogger';
import { createPortalClient, type PortalClient } from './portalClient';
import { portalConfig, type PortalOptions } from './portalConfig';

/** A portal backend with a real catalog, real authentication and real HTTP. */
export interface TestPortal extends PortalClient {
  /** Every line that the backend has logged. */
  logLines: readonly string[];
  stop(): Promise<void>;
}

/** Starts a backend with the catalog and our module, which polls every second. */
export async function startTestPortal(
  options: Omit<PortalOptions, 'secondsBetweenPolls' | 'secondsOfPoll'>,
): Promise<TestPortal> {
  const port = await freePort();
  const logger = createCapturingLogger();

  const backend = createBackend();
  backend.add(logger.service);
  backend.add(
    mockServices.rootConfig.factory({
      data: portalConfig(port, {
        ...options,
        secondsBetweenPolls: 1,
        secondsOfPoll: 30,
      }),
    }),
  );
  backend.add(catalogPlugin);
  backend.add(eventMeshModule);
  const database = catalogDatabase();
  backend.add(database.module);
  await backend.start();

  const client = createPortalClient(`http://127.0.0.1:${port}`);
  await client.untilPolled();
  return {
    ...client,
    logLines: logger.lines,
    async stop() {
      await backend.stop();
      await database.close();
    },
  };
}
