import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import { startServerProcess } from '../apiserver/serverProcess';
import type { Cluster } from '../cluster/cluster';
import { startRelay } from './relay';

/** How upstream's service is started. */
export interface UpstreamOptions {
  program: string;
  /** A cluster on loopback. */
  cluster: Pick<Cluster, 'url' | 'caCertificate'>;
  /** Requests per second to the API server; 5 if absent, as it ships. */
  qps?: number;
  /** Requests at once to the API server; 10 if absent, as it ships. */
  burst?: number;
}

/** Upstream's service while it runs. */
export interface RunningUpstream {
  pid: number;
  /** Reaches the service; the host of a URL asked through it does not matter. */
  agent: Agent;
  stop(): Promise<void>;
}

/**
 * Brings up the loopback of the new network namespace, starts the relay (the
 * first four arguments) and becomes the service (the others).
 */
const enterNamespace = `
ip link set lo up || exit
exec 3<&0
"$NODE" --require "$TRANSFORM" "$1" "$$" "$2" "$3" "$4" <&3 &
shift 4
exec "$@" 3<&- </dev/null`;

/**
 * Starts upstream's service. It listens on port 8080 of all interfaces and
 * cannot be told otherwise, so it gets a network namespace of its own, which
 * nobody else can reach; that needs Linux, and `unshare` and `ip`.
 */
export async function startUpstreamService(
  options: UpstreamOptions,
): Promise<RunningUpstream> {
  const folder = await mkdtemp(join(tmpdir(), 'upstream-'));
  const apiserverSocket = join(folder, 'apiserver');
  const serviceSocket = join(folder, 'service');
  const kubeconfig = join(folder, 'kubeconfig');
  const port = Number(new URL(options.cluster.url).port);

  await writeFile(kubeconfig, kubeconfigWithoutUser(options.cluster));
  const relay = await startRelay(
    { path: apiserverSocket },
    { host: '127.0.0.1', port },
  );
  const service = startServerProcess({
    command: 'unshare',
    arguments: [
      ...['--net', '--map-root-user', 'env', ...settings(options)],
      ...['sh', '-c', enterNamespace, 'sh'],
      ...[require.resolve('./relayProgram.ts'), String(port)],
      ...[apiserverSocket, serviceSocket],
      ...[options.program, '-kubeconfig', kubeconfig],
    ],
    logFile: join(folder, 'log'),
  });
  const agent = new Agent({
    connect: { socketPath: serviceSocket },
    // As it ships, it may need minutes.
    headersTimeout: 0,
    bodyTimeout: 0,
  });
  const stop = async () => {
    await agent.destroy();
    await service.end();
    relay.close();
    await once(relay, 'close');
    await rm(folder, { recursive: true });
  };

  try {
    await service.untilReady(async () => {
      const answer = await request('http://upstream/', { dispatcher: agent });
      await answer.body.dump();
      return true;
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return { pid: service.pid, agent, stop };
}

function settings({ qps, burst }: UpstreamOptions): string[] {
  const transform = require.resolve('@backstage/cli/config/nodeTransform.cjs');
  return [
    `NODE=${process.execPath}`,
    `TRANSFORM=${transform}`,
    ...(qps === undefined ? [] : [`KUBE_API_QPS=${qps}`]),
    ...(burst === undefined ? [] : [`KUBE_API_BURST=${burst}`]),
  ];
}

/** Whoever asks the service brings a token; the service itself has none. */
function kubeconfigWithoutUser({
  url,
  caCertificate,
}: UpstreamOptions['cluster']): string {
  const authority = Buffer.from(caCertificate).toString('base64');
  return JSON.stringify({
    apiVersion: 'v1',
    kind: 'Config',
    clusters: [
      {
        name: 'cluster',
        cluster: { server: url, 'certificate-authority-data': authority },
      },
    ],
    users: [{ name: 'nobody', user: {} }],
    contexts: [
      { name: 'context', context: { cluster: 'cluster', user: 'nobody' } },
    ],
    'current-context': 'context',
  });
}
