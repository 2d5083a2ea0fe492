import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import type { Answer } from './answers';
import { answerRequest } from './api';
import { authenticate, type ClusterToken } from './authorization';
import { createCertificate } from './certificate';
import { applyFault, createFaults, type Fault } from './faults';
import { servedKinds } from './kinds';
import { watchManifestFolder } from './manifestFolder';

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
export async function startEmbeddedCluster({
  manifests,
  tokens,
  port,
  without,
  log = line => process.stderr.write(`${line}\n`),
}: EmbeddedClusterOptions): Promise<EmbeddedCluster> {
  const kinds = servedKinds(without);
  const { key, certificate } = await createCertificate();
  const folder = await watchManifestFolder(manifests, log);
  const faults = createFaults();
  const requests: RecordedRequest[] = [];

  const server = createServer(
    // As large as the API server takes them, for large tokens.
    { key, cert: certificate, maxHeaderSize: 1024 * 1024 },
    async (request, response) => {
      const { method = '', url: path = '', headers } = request;
      const caller = authenticate(headers.authorization, tokens);
      const { accept } = headers;
      requests.push({ method, path, accept, user: caller?.user });

      const fault = faults.take(path);
      if (fault?.latencyMs) {
        await setTimeout(fault.latencyMs, undefined, { ref: false });
      }
      if (fault?.resetConnection) {
        request.socket.destroy();
        return;
      }
      const objects = folder.objects();
      const contents = { kinds, objects, revision: folder.revision() };
      const answer = answerRequest(request, caller, contents);
      send(applyFault(answer, fault), response, fault?.cutBodyAfterBytes);
    },
  );
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `https://127.0.0.1:${(server.address() as AddressInfo).port}`,
    caCertificate: certificate,
    requests,
    clearRequests: () => requests.splice(0),
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

function send(
  { status, headers, body }: Answer,
  response: ServerResponse,
  cutBodyAfterBytes?: number,
): void {
  const bytes = Buffer.from(body);
  response.writeHead(status, { ...headers, 'Content-Length': bytes.length });
  if (cutBodyAfterBytes === undefined) {
    response.end(bytes);
  } else {
    const cut = bytes.subarray(0, cutBodyAfterBytes);
    response.write(cut, () => response.destroy());
  }
}
