import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';
import { KubeConfig, type Cluster } from '@kubernetes/client-node';

/** Where a context of a kubeconfig leads. */
export interface KubeconfigAccess {
  /** With the credentials of the context. */
  config: KubeConfig;
  context: string;
  url: string;
  caCertificate: string;
}

/**
 * Opens a context of a kubeconfig.
 *
 * @param context - the current one if absent
 * @throws saying what to change, when there is none or when the service, which
 * always verifies whom it talks to, cannot go there
 */
export function openKubeconfig(
  file: string,
  context?: string,
): KubeconfigAccess {
  const config = load(file);
  const name = context ?? config.getCurrentContext();
  const names = config.getContexts().map(each => each.name);
  if (!name || !names.includes(name)) {
    const asked = name ? `no context '${name}'` : 'no current context';
    throw new Error(
      `${file} has ${asked}. Name one with --context: ${names.join(', ')}.`,
    );
  }
  config.setCurrentContext(name);

  const cluster = config.getCurrentCluster();
  if (!cluster || !config.getCurrentUser()) {
    const missing = cluster ? 'user' : 'cluster';
    throw new Error(
      `Context '${name}' of ${file} names a ${missing} that the file does not have.`,
    );
  }
  const obstacle = obstacleOf(cluster);
  if (obstacle) {
    throw new Error(`Cluster '${cluster.name}' of ${file} ${obstacle}`);
  }
  return {
    config,
    context: name,
    url: cluster.server.replace(/\/$/, ''),
    caCertificate: authoritiesOf(cluster),
  };
}

function load(file: string): KubeConfig {
  const config = new KubeConfig();
  try {
    config.loadFromFile(file);
  } catch (error) {
    throw new Error(
      `${file} cannot be read as a kubeconfig: ${(error as Error).message}`,
    );
  }
  return config;
}

function obstacleOf(cluster: Cluster): string | undefined {
  if (cluster.skipTLSVerify) {
    return 'has insecure-skip-tls-verify. The service verifies the API server before it sends a token: write its authority to certificate-authority instead.';
  }
  if (!cluster.server.startsWith('https://')) {
    return 'has no https:// server. The service sends no token over plain HTTP.';
  }
  if (cluster.tlsServerName) {
    return 'has tls-server-name. The service verifies the name in the URL of the server: use a URL that the certificate is made for.';
  }
  if (cluster.proxyUrl) {
    return 'has proxy-url. The service connects without a proxy: use a URL that can be reached from here.';
  }
  return undefined;
}

/** Without an authority of its own, a cluster has a certificate that all trust. */
function authoritiesOf({ caData, caFile }: Cluster): string {
  if (caData) {
    return Buffer.from(caData, 'base64').toString('utf8');
  }
  return caFile ? readFileSync(caFile, 'utf8') : rootCertificates.join('\n');
}
