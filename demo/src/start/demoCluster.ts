import { randomBytes } from 'node:crypto';
import { startEmbeddedCluster } from '../embeddedCluster';
import type { ShownCluster } from './shownCluster';

/** Serves the demo mesh from an embedded cluster. */
export async function startDemoCluster(options: {
  manifests: string;
  log: (message: string) => void;
}): Promise<ShownCluster> {
  const token = randomBytes(24).toString('base64url');
  const cluster = await startEmbeddedCluster({
    ...options,
    tokens: [{ token, user: 'demo-portal', rules: 'all' }],
  });
  return {
    url: cluster.url,
    caCertificate: cluster.caCertificate,
    token,
    description: `${cluster.url}, serves demo/manifests (edit a file and the portal follows)`,
    stop: () => cluster.close(),
  };
}
