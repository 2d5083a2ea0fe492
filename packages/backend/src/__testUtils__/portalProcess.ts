import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { freePort, startProcess, waitFor } from 'demo';
import { createPortalClient, type PortalClient } from './portalClient';
import { portalConfig, type PortalOptions } from './portalConfig';

/** A portal backend in a process of its own. */
export interface PortalProcess extends PortalClient {
  /** Everything that it has logged. */
  log(): Promise<string>;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a backend with the catalog and our module as a process; resolves when
 * it answers.
 *
 * @param options.folder - where its configuration and its log go
 * @param options.eventMeshModule - file of another module in the place of ours
 */
export async function startPortalProcess({
  name,
  folder,
  eventMeshModule,
  ...options
}: PortalOptions & {
  name: string;
  folder: string;
  eventMeshModule?: string;
}): Promise<PortalProcess> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const configFile = join(folder, `${name}.yaml`);
  // JSON is YAML.
  await writeFile(configFile, JSON.stringify(portalConfig(port, options)));

  const portal = startProcess({
    name,
    arguments: [
      '--require',
      '@backstage/cli/config/nodeTransform.cjs',
      'src/__testUtils__/catalogBackend.ts',
      '--config',
      configFile,
    ],
    directory: dirname(require.resolve('backend/package.json')),
    environment: {
      // In Jest's `test`, the scheduler does not look for lost tasks.
      NODE_ENV: 'production',
      EVENT_MESH_MODULE: eventMeshModule,
    },
    logFile: join(folder, `${name}.log`),
  });

  await waitFor({
    what: `The start of ${name}`,
    ask: async () => {
      const answer = await fetch(`${url}/.backstage/health/v1/readiness`);
      return answer.ok ? true : undefined;
    },
    deadlineMilliseconds: 120_000,
    giveUp: () => (portal.isRunning() ? undefined : 'It has ended'),
  }).catch(async error => {
    await portal.stop();
    throw new Error(`${error.message}:\n${await portal.logTail(30)}`);
  });
  return {
    ...createPortalClient(url),
    log: () => readFile(portal.logFile, 'utf8'),
    kill: portal.kill,
    stop: portal.stop,
  };
}
