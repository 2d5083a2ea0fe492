import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import {
  jsonAnswer,
  methodNotAllowed,
  pageNotFound,
  textAnswer,
  unauthorized,
  type Answer,
} from './answers';
import {
  authenticate,
  forbidden,
  mayRead,
  type Caller,
  type ClusterToken,
} from './authorization';
import { createServerCertificate } from './certificate';
import { answerDiscovery } from './discovery';
import { applyFault, createFaults, type Fault } from './faults';
import { servedKinds } from './kinds';
import { watchManifestFolder } from './manifestFolder';
import { parsePath } from './requestPath';
import { answerResource, type ClusterContents } from './resources';

/** How the embedded cluster is started. */
export interface EmbeddedClusterOptions {
  /** Folder of manifests: every `*.yaml` below it, followed while running. */
  manifests: string;
  tokens: ClusterToken[];
  /** Any free port if absent. The host is always 127.0.0.1. */
  port?: number;
  /** CRDs (`triggers.eventing.knative.dev`) or groups that are not installed. */
  without?: string[];
  /** Receives one line per manifest that cannot be used; stderr if absent. */
  log?: (line: string) => void;
}

/** A request that reached the cluster, whatever became of it. */
export interface RecordedRequest {
  method: string;
  /** With query. */
  path: string;
  accept?: string;
  /** Absent if the token is unknown. */
  user?: string;
}

/** A running embedded cluster. */
export interface EmbeddedCluster {
  /** `https://127.0.0.1:<port>` */
  url: string;
  /** PEM, for the client to trust. */
  caCertificate: string;
  requests: readonly RecordedRequest[];
  clearRequests(): void;
  /** Makes requests go wrong until the returned function is called. */
  inject(fault: Fault): () => void;
  /**
   * Resolves when the next change of a manifest was read, be it good or broken.
   * Call it before changing the file.
   */
  whenReloaded(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Serves a folder of manifests as a Kubernetes read API over HTTPS: a double
 * for the demo and for tests, which refuses what it does not know.
 */
export async function startEmbeddedCluster(
  options: EmbeddedClusterOptions,
): Promise<EmbeddedCluster> {
  const log =
    options.log ?? ((line: string) => process.stderr.write(`${line}\n`));
  const kinds = servedKinds(options.without);
  const certificate = await createServerCertificate();
  const folder = await watchManifestFolder(options.manifests, log);
  const faults = createFaults();
  const requests: RecordedRequest[] = [];

  const server = createServer(
    { key: certificate.key, cert: certificate.certificate },
    async (request, response) => {
      const path = request.url ?? '/';
      const { authorization, accept } = request.headers;
      const caller = authenticate(authorization, options.tokens);
      const method = request.method ?? 'GET';
      requests.push({ method, path, accept, user: caller?.user });

      const fault = faults.take(path);
      if (fault?.latencyMs) {
        await setTimeout(fault.latencyMs, undefined, { ref: false });
      }
      if (fault?.resetConnection) {
        request.socket.destroy();
        return;
      }
      const contents = {
        kinds,
        objects: folder.objects(),
        revision: folder.revision(),
      };
      send(
        applyFault(answerRequest(request, caller, contents), fault),
        response,
        fault?.cutBodyAfterBytes,
      );
    },
  );
  server.listen(options.port ?? 0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  return {
    url: `https://127.0.0.1:${port}`,
    caCertificate: certificate.caCertificate,
    requests,
    clearRequests: () => {
      requests.length = 0;
    },
    inject: faults.inject,
    whenReloaded: folder.whenReloaded,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await Promise.all([closed, folder.close()]);
    },
  };
}

function answerRequest(
  request: IncomingMessage,
  caller: Caller | undefined,
  contents: ClusterContents,
): Answer {
  if (!caller) {
    return unauthorized();
  }
  const { pathname, searchParams } = new URL(
    request.url ?? '/',
    'https://localhost',
  );
  const target = parsePath(pathname);
  if (!mayRead(caller, target)) {
    return forbidden(caller, target);
  }
  if (request.method !== 'GET') {
    return methodNotAllowed();
  }
  const { accept, 'if-none-match': ifNoneMatch } = request.headers;
  return target.type === 'resource'
    ? answerResource(target, searchParams, accept, contents)
    : answerPath(target.path, { accept, ifNoneMatch }, contents);
}

function answerPath(
  path: string,
  headers: { accept?: string; ifNoneMatch?: string },
  contents: ClusterContents,
): Answer {
  switch (path) {
    case '/healthz':
    case '/livez':
    case '/readyz':
      return textAnswer(200, 'ok');
    case '/version':
      return jsonAnswer({
        major: '1',
        minor: '36',
        gitVersion: 'v1.36.0-embedded',
      });
    default:
      return /^\/apis?(\/|$)/.test(path)
        ? answerDiscovery(path, headers, contents.kinds)
        : pageNotFound();
  }
}

function send(
  { status, headers, body }: Answer,
  response: ServerResponse,
  cutBodyAfterBytes?: number,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  if (cutBodyAfterBytes === undefined) {
    response.end(bytes);
    return;
  }
  response.write(bytes.subarray(0, cutBodyAfterBytes), () =>
    response.destroy(),
  );
}
