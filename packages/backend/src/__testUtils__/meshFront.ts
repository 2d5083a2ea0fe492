import { once } from 'node:events';
import {
  createServer,
  request,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

/** What becomes of the portal's requests to the service. */
export type FrontMode =
  | { kind: 'pass' }
  /** The service is asked with another token. */
  | { kind: 'token'; token: string }
  /** The answer begins, and goes on only then. */
  | { kind: 'hold'; until: Promise<void> }
  /** Somebody else answers. */
  | { kind: 'answer'; answer: (response: ServerResponse) => void };

/** One request of the portal. */
export interface FrontRequest {
  startedAt: number;
  /** Absent while it is under way. */
  endedAt?: number;
}

/** Stands between the portal and the service. */
export interface MeshFront {
  url: string;
  mode: FrontMode;
  /** Statuses that the portal got, in order. */
  statuses: number[];
  /** All requests, in order of their start. */
  requests: FrontRequest[];
  close(): Promise<void>;
}

/** Starts a front that passes everything on to the service. */
export async function startMeshFront(serviceUrl: string): Promise<MeshFront> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  const front: MeshFront = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mode: { kind: 'pass' },
    statuses: [],
    requests: [],
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };

  function pass(incoming: IncomingMessage, response: ServerResponse) {
    const { mode } = front;
    const outgoing = request(
      new URL(incoming.url!, serviceUrl),
      {
        headers: {
          ...incoming.headers,
          ...(mode.kind === 'token' && {
            authorization: `Bearer ${mode.token}`,
          }),
        },
      },
      async answer => {
        front.statuses.push(answer.statusCode!);
        response.writeHead(answer.statusCode!, answer.headers);
        if (mode.kind === 'hold') {
          response.flushHeaders();
          await mode.until;
        }
        answer.pipe(response);
      },
    );
    outgoing.on('error', () => response.destroy());
    outgoing.end();
  }

  server.on('request', (incoming, response) => {
    const entry: FrontRequest = { startedAt: Date.now() };
    front.requests.push(entry);
    response.once('close', () => {
      entry.endedAt = Date.now();
    });
    if (front.mode.kind === 'answer') {
      front.mode.answer(response);
      front.statuses.push(response.statusCode);
    } else {
      pass(incoming, response);
    }
  });
  return front;
}
