import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import {
  demoManifests,
  startEmbeddedCluster,
  type EmbeddedCluster,
} from 'demo';
import { readConfig, startService, type Service } from 'eventmesh-backend';
import { removeTrigger } from './removeTrigger';

/** Tokens of the callers, and one that the cluster does not know. */
export const tokens = {
  reader: 'reader-token-1f0c7d',
  powerless: 'powerless-token-93ab55',
  unknown: 'unknown-token-47e2c8',
};

/** The demo mesh in a cluster of its own, and the service that reads it. */
export interface DemoMesh {
  cluster: EmbeddedCluster;
  service: Service;
  /** A folder for whatever the test writes, removed at the end. */
  folder: string;
  /** Everything that the service has logged. */
  serviceLog(): string;
  /** Removes the trigger `suspicious-payments`; the result brings it back. */
  withoutSuspiciousPayments(): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/** Starts the embedded cluster on a copy of the demo mesh, and the service. */
export async function startDemoMesh(): Promise<DemoMesh> {
  const folder = await mkdtemp(join(tmpdir(), 'chain-'));
  const manifests = join(folder, 'manifests');
  await cp(demoManifests, manifests, { recursive: true });
  const cluster = await startEmbeddedCluster({
    manifests,
    tokens: [
      { token: tokens.reader, user: 'reader', rules: 'all' },
      { token: tokens.powerless, user: 'powerless', rules: [] },
    ],
  });
  const caFile = join(folder, 'ca.crt');
  await writeFile(caFile, cluster.caCertificate);

  let log = '';
  const service = await startService(
    readConfig({
      HOST: '127.0.0.1',
      PORT: '0',
      KUBERNETES_API_URL: cluster.url,
      KUBERNETES_CA_FILE: caFile,
      DEADLINE_SECONDS: '5',
      LOG_LEVEL: 'debug',
    }),
    {
      logDestination: new Writable({
        write(chunk, _, done) {
          log += chunk;
          done();
        },
      }),
    },
  );

  async function reload(change: () => Promise<void>) {
    const reloaded = cluster.whenReloaded();
    await change();
    await reloaded;
  }

  return {
    cluster,
    service,
    folder,
    serviceLog: () => log,
    async withoutSuspiciousPayments() {
      let restore = async () => {};
      await reload(async () => {
        restore = await removeTrigger(
          join(manifests, 'fraud/triggers.yaml'),
          'suspicious-payments',
        );
      });
      return () => reload(restore);
    },
    async stop() {
      await service.close();
      await cluster.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
