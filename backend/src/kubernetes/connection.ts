import { readFile } from 'node:fs/promises';
import { isIP } from 'node:net';
import { connect } from 'node:tls';
import { Agent, buildConnector } from 'undici';
import { ConfigError, type ServiceConfig } from '../config';

/** The way to the API server, shared by all requests of the process. */
export interface KubernetesConnection {
  /** `https://` URL without a trailing slash. */
  url: string;
  agent: Agent;
  /**
   * Reads the CA file and makes a TLS handshake with the API server.
   *
   * @returns why the API server cannot be used, or undefined if it can
   */
  findFault(): Promise<string | undefined>;
  close(): Promise<void>;
}

/** Largest answer of Kubernetes that is read into memory, in bytes. */
export const LARGEST_ANSWER = 128 * 1024 * 1024;

const HANDSHAKE_TIMEOUT_MS = 3_000;

/**
 * Opens the one connection pool of the process. client-node's own way opens a
 * socket per call (kubernetes.md 1.2); these values are from 1.3 there.
 *
 * @throws ConfigError if the CA file cannot be read
 */
export async function openConnection(
  kubernetes: ServiceConfig['kubernetes'],
): Promise<KubernetesConnection> {
  const { url, caFile } = kubernetes;
  await readCa(caFile);
  const agent = new Agent({
    allowH2: false,
    connections: 16,
    keepAliveTimeout: 60_000,
    headersTimeout: 15_000,
    bodyTimeout: 30_000,
    maxResponseSize: LARGEST_ANSWER,
    connect: connectorFor(caFile),
  });
  return {
    url,
    agent,
    findFault: async () => {
      try {
        return await findHandshakeFault(new URL(url), await readCa(caFile));
      } catch (error) {
        return error instanceof ConfigError ? error.message : String(error);
      }
    },
    close: () => agent.destroy(),
  };
}

/**
 * Makes connections that trust what the CA file holds at that time: Kubernetes
 * replaces it before an authority expires. Connections that are open stay open.
 */
function connectorFor(caFile: string): buildConnector.connector {
  let known: { ca: string; connect: buildConnector.connector } | undefined;
  const connectorOf = (ca: string) => {
    if (known?.ca !== ca) {
      known = {
        ca,
        connect: buildConnector({
          ca,
          timeout: 5_000,
          keepAlive: true,
          keepAliveInitialDelay: 30_000,
        }),
      };
    }
    return known.connect;
  };
  return (options, callback) => {
    readCa(caFile).then(
      ca => connectorOf(ca)(options, callback),
      (error: Error) =>
        // What was trusted before is, until there is something else.
        known ? known.connect(options, callback) : callback(error, null),
    );
  };
}

async function readCa(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `KUBERNETES_CA_FILE cannot be read (${reason}). Write the path of the PEM file with the API server's certificate authority.`,
    );
  });
  if (!text.includes('-----BEGIN CERTIFICATE-----')) {
    throw new ConfigError(
      `KUBERNETES_CA_FILE names ${file}, which holds no certificate. Write the path of a PEM file.`,
    );
  }
  return text;
}

function findHandshakeFault(
  { hostname, port }: URL,
  ca: string,
): Promise<string | undefined> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return new Promise(resolve => {
    const socket = connect({
      host,
      port: Number(port) || 443,
      ca,
      // Server Name Indication is for names only (RFC 6066, section 3).
      servername: isIP(host) ? '' : host,
      timeout: HANDSHAKE_TIMEOUT_MS,
    });
    const finish = (fault?: string) => {
      socket.destroy();
      resolve(fault);
    };
    socket.on('secureConnect', () => finish());
    socket.on('timeout', () =>
      finish('The API server did not finish a TLS handshake in time.'),
    );
    socket.on('error', error =>
      finish(
        `No TLS connection to the API server: ${error.message}. Check KUBERNETES_API_URL and KUBERNETES_CA_FILE.`,
      ),
    );
  });
}
