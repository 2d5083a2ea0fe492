import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DestinationStream } from 'pino';
import { version } from '../package.json';
import { createApp } from './app';
import { MAX_CONCURRENT_BUILDS, type ServiceConfig } from './config';
import { createAnswerMemory } from './http/answerMemory';
import { createRequestKeys } from './http/requestKey';
import { createSharedBuilds } from './http/sharedBuilds';
import { openConnection } from './kubernetes/connection';
import { createListReadings } from './kubernetes/listReadings';
import { createLogger } from './log';
import { createListMemory } from './reading/listMemory';

/** What tests replace. */
export interface ServiceDependencies {
  /** Where the log goes; standard output if absent. */
  logDestination?: DestinationStream;
  /** Milliseconds before the second, third, … try of a request to Kubernetes. */
  retryDelaysMs?: readonly number[];
}

/** A running service. */
export interface Service {
  /** `http://<address>:<port>` */
  url: string;
  /** Lets requests in progress finish, for up to 20 seconds. */
  close(): Promise<void>;
}

const RETRY_DELAYS_MS = [250, 500, 1_000];
const CLOSE_TIMEOUT_MS = 20_000;

/**
 * Starts the service.
 *
 * @throws ConfigError if the CA file cannot be read, and what listening throws,
 * such as EADDRINUSE
 */
export async function startService(
  config: ServiceConfig,
  dependencies: ServiceDependencies = {},
): Promise<Service> {
  const log = createLogger(config.logLevel, dependencies.logDestination);
  const connection = await openConnection(config.kubernetes);
  let isClosing = false;

  const app = createApp({
    log,
    connection,
    discoveryCache: new Map(),
    listMemory: createListMemory(),
    listReadings: createListReadings(),
    answerMemory: createAnswerMemory(),
    builds: createSharedBuilds(
      config.maxConcurrentBuilds ?? MAX_CONCURRENT_BUILDS,
    ),
    keyOf: createRequestKeys(),
    retryDelaysMs: dependencies.retryDelaysMs ?? RETRY_DELAYS_MS,
    deadlineSeconds: config.deadlineSeconds,
    serviceVersion: version,
    findFault: async () =>
      isClosing ? 'The service is shutting down.' : connection.findFault(),
  });
  const server = createServer(
    {
      // Tokens of some clusters are larger than Node's 16 KB for all headers.
      maxHeaderSize: 64 * 1024,
      headersTimeout: 10_000,
      requestTimeout: 30_000,
      keepAliveTimeout: 65_000,
    },
    app,
  );
  const url = await listen(server, config).catch(async (error: unknown) => {
    await connection.close();
    throw error;
  });
  log.info(
    { version, kubernetes: config.kubernetes.url },
    `Event mesh service ${version} listens on ${url} and reads Kubernetes at ${config.kubernetes.url}`,
  );

  return {
    url,
    close: async () => {
      isClosing = true;
      await closeServer(server);
      await connection.close();
      log.info('Event mesh service has ended');
    },
  };
}

async function listen(
  server: Server,
  { host, port }: ServiceConfig,
): Promise<string> {
  server.listen({ host, port });
  await once(server, 'listening');
  const { address, family, port: actual } = server.address() as AddressInfo;
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${actual}`;
}

async function closeServer(server: Server): Promise<void> {
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
