import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  demoManifests,
  freePort,
  startEmbeddedCluster,
  startProcess,
  waitFor,
} from 'demo';
import { repository } from './packages';

/** The service as it is shipped, reading the demo mesh. */
export interface MeshService {
  url: string;
  /** What the caller has to send. */
  token: string;
  stop(): Promise<void>;
}

/**
 * Starts the embedded cluster, and the built service in front of it.
 *
 * @param folder - where certificate and log go
 * @throws when the service has not been built, or does not start
 */
export async function startMeshService(folder: string): Promise<MeshService> {
  const bundle = join(repository, 'backend/dist/main.mjs');
  if (!existsSync(bundle)) {
    throw new Error('The service has not been built: run yarn build:all first');
  }
  const token = randomBytes(24).toString('base64url');
  const cluster = await startEmbeddedCluster({
    manifests: demoManifests,
    tokens: [{ token, user: 'install-test', rules: 'all' }],
    log: () => {},
  });
  const caFile = join(folder, 'cluster-ca.crt');
  await writeFile(caFile, cluster.caCertificate);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const service = startProcess({
    name: 'service',
    arguments: [bundle],
    directory: folder,
    environment: {
      HOST: '127.0.0.1',
      PORT: String(port),
      KUBERNETES_API_URL: cluster.url,
      KUBERNETES_CA_FILE: caFile,
    },
    logFile: join(folder, 'service.log'),
  });
  const stop = async () => {
    await service.stop();
    await cluster.close();
  };
  try {
    await waitFor({
      what: 'An answer of the service',
      ask: async () => ((await fetch(`${url}/readyz`)).ok ? true : undefined),
      deadlineMilliseconds: 60_000,
      giveUp: () => (service.isRunning() ? undefined : 'It has stopped'),
    });
  } catch (error) {
    const tail = await service.logTail();
    await stop();
    throw new Error(`The service does not start: ${error}\n${tail}`);
  }
  return { url, token, stop };
}
