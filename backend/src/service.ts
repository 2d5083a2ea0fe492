import { once } from 'node:events';
import { createServer, type Server, type ServerOptions } from 'node:http';
import {
  createServer as createTlsServer,
  Server as TlsServer,
} from 'node:https';
import type { AddressInfo } from 'node:net';
import type { DestinationStream } from 'pino';
import { version } from '../package.json';
import { createApp } from './app';
import { MAX_CONCURRENT_BUILDS, type ServiceConfig } from './config';
import { createAnswerMemory } from './http/answerMemory';
import { createMetricsApp } from './http/metricsApp';
import { createRequestKeys } from './http/requestKey';
import { createSharedBuilds } from './http/sharedBuilds';
import { followTlsFiles, readTlsFiles } from './http/tlsFiles';
import type { WrittenAnswer } from './http/writtenAnswer';
import { openConnection } from './kubernetes/connection';
import { createListReadings } from './kubernetes/listReadings';
import { createLogger } from './log';
import { createServiceMetrics } from './metrics/serviceMetrics';
import { createListMemory } from './reading/listMemory';

/** What tests replace. */
export interface ServiceDependencies {
  /** Where the log goes; standard output if absent. */
  logDestination?: DestinationStream;
  /** Milliseconds before the second, third, … try of a request to Kubernetes. */
  retryDelaysMs?: readonly number[];
  /** How often to look for a replaced certificate, in milliseconds. */
  certificateCheckMs?: number;
}

/** A running service. */
export interface Service {
  /** `http://<address>:<port>`, or `https://` */
  url: string;
  /** The same of `/metrics`, if there are any. */
  metricsUrl?: string;
  /** Lets requests in progress finish, for up to 20 seconds. */
  close(): Promise<void>;
}

const RETRY_DELAYS_MS = [250, 500, 1_000];
const CERTIFICATE_CHECK_MS = 30_000;
const CLOSE_TIMEOUT_MS = 20_000;

/**
 * Starts the service.
 *
 * @throws ConfigError if the CA file or those of the certificate cannot be read, and what listening throws,
 * such as EADDRINUSE
 */
export async function startService(
  config: ServiceConfig,
  dependencies: ServiceDependencies = {},
): Promise<Service> {
  const log = createLogger(config.logLevel, dependencies.logDestination);
  const tlsContext = config.tls && (await readTlsFiles(config.tls));
  const connection = await openConnection(config.kubernetes);
  const builds = createSharedBuilds<WrittenAnswer>(
    config.maxConcurrentBuilds ?? MAX_CONCURRENT_BUILDS,
  );
  const { metricsPort } = config;
  const metrics =
    metricsPort === undefined
      ? undefined
      : createServiceMetrics(builds.running);
  let isClosing = false;

  const app = createApp({
    log,
    connection,
    discoveryCache: new Map(),
    listMemory: createListMemory(),
    listReadings: createListReadings(),
    answerMemory: createAnswerMemory(),
    builds,
    metrics,
    keyOf: createRequestKeys(),
    retryDelaysMs: dependencies.retryDelaysMs ?? RETRY_DELAYS_MS,
    deadlineSeconds: config.deadlineSeconds,
    serviceVersion: version,
    findFault: async () =>
      isClosing ? 'The service is shutting down.' : connection.findFault(),
  });
  const { tls } = config;
  const createOwnServer = (options: ServerOptions) =>
    tlsContext
      ? createTlsServer({ ...options, ...tlsContext }, app)
      : createServer(options, app);
  const server = createOwnServer({
    // Tokens of some clusters are larger than Node's 16 KB for all headers.
    maxHeaderSize: 64 * 1024,
    headersTimeout: 10_000,
    requestTimeout: 30_000,
    keepAliveTimeout: 65_000,
  });
  const unfollow =
    tls && server instanceof TlsServer
      ? followTlsFiles(server, tls, {
          log,
          everyMs: dependencies.certificateCheckMs ?? CERTIFICATE_CHECK_MS,
        })
      : undefined;
  const metricsServer = metrics && createServer(createMetricsApp(metrics));
  const servers = [server, ...(metricsServer ? [metricsServer] : [])];
  const end = async () => {
    unfollow?.();
    await Promise.all(servers.map(closeServer));
    await connection.close();
  };
  const listenOnBoth = async () => ({
    url: await listen(server, config.host, config.port),
    metricsUrl:
      metricsServer && (await listen(metricsServer, config.host, metricsPort)),
  });
  const { url, metricsUrl } = await listenOnBoth().catch(
    async (error: unknown) => {
      await end();
      throw error;
    },
  );
  log.info(
    { version, kubernetes: config.kubernetes.url },
    `Event mesh service ${version} listens on ${url} and reads Kubernetes at ${config.kubernetes.url}`,
  );

  return {
    url,
    metricsUrl,
    close: async () => {
      isClosing = true;
      await end();
      log.info('Event mesh service has ended');
    },
  };
}

async function listen(
  server: Server,
  host: string | undefined,
  port: number | undefined,
): Promise<string> {
  server.listen({ host, port });
  await once(server, 'listening');
  const { address, family, port: actual } = server.address() as AddressInfo;
  const scheme = server instanceof TlsServer ? 'https' : 'http';
  return `${scheme}://${
    family === 'IPv6' ? `[${address}]` : address
  }:${actual}`;
}

async function closeServer(server: Server): Promise<void> {
  if (!server.listening) {
    return;
  }
  const closed = once(server, 'close');
  server.close();
  // A connection whose last request is still in progress becomes idle later.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const limit = setTimeout(
    () => server.closeAllConnections(),
    CLOSE_TIMEOUT_MS,
  );
  await closed;
  clearInterval(sweep);
  clearTimeout(limit);
}
