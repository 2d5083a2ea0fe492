import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';

/** An answer of the service, written before it is asked for. */
export interface WrittenAnswer {
  body: Buffer;
  etag: string;
}

/** Stands for the service, without its work. */
export interface MeshServer {
  url: string;
  answer: WrittenAnswer;
  /** Called before each answer, which waits for it. */
  beforeAnswer: () => Promise<void>;
  close(): Promise<void>;
}

/** The bytes of an answer. */
export function writeAnswer(mesh: EventMesh): WrittenAnswer {
  const body = Buffer.from(JSON.stringify(mesh));
  const hash = createHash('sha256').update(body).digest('base64url');
  return { body, etag: `"${hash}"` };
}

/** Starts a server on loopback that answers as the service does. */
export async function startMeshServer(
  answer: WrittenAnswer,
): Promise<MeshServer> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const mesh: MeshServer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    answer,
    beforeAnswer: async () => {},
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  server.on('request', async (request, response) => {
    await mesh.beforeAnswer();
    const { body, etag } = mesh.answer;
    if (request.headers['if-none-match'] === etag) {
      response.writeHead(304, { etag }).end();
      return;
    }
    response
      .writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': body.length,
        etag,
      })
      .end(body);
  });
  return mesh;
}
