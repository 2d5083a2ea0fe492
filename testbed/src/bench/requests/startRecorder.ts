import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Agent, request } from 'undici';
import type { KubeApiserver } from '../../apiserver/startKubeApiserver';
import { relevantHeaders, type AskedRequest } from './askedRequest';

/** Stands before the API server and writes down what it is asked. */
export interface Recorder {
  url: string;
  /** Does something and returns what was asked meanwhile. */
  record(work: () => Promise<unknown>): Promise<AskedRequest[]>;
  close(): Promise<void>;
}

/**
 * Starts a recorder on loopback. It has the certificate of the API server, which
 * it stands for, so that its clients trust it. Nobody is timed through it.
 */
export async function startRecorder(server: KubeApiserver): Promise<Recorder> {
  const [cert, key] = await Promise.all(
    ['apiserver.crt', 'apiserver.key'].map(file =>
      readFile(join(server.directory, file)),
    ),
  );
  const agent = new Agent({
    allowH2: false,
    connect: { ca: server.caCertificate },
  });
  let asked: AskedRequest[] = [];

  async function pass(incoming: IncomingMessage, response: ServerResponse) {
    const path = incoming.url ?? '/';
    const {
      host: _host,
      connection: _connection,
      ...headers
    } = incoming.headers;
    const answer = await request(`${server.url}${path}`, {
      dispatcher: agent,
      headers,
    });
    const body = Buffer.from(await answer.body.arrayBuffer());
    asked.push({
      path,
      headers: relevantHeaders(headers),
      status: answer.statusCode,
      bytes: body.length,
    });
    response.writeHead(answer.statusCode, answer.headers).end(body);
  }

  const recorder = createServer({ cert, key }, (incoming, response) => {
    pass(incoming, response).catch(error => response.destroy(error));
  });
  recorder.listen(0, '127.0.0.1');
  await once(recorder, 'listening');
  const { port } = recorder.address() as AddressInfo;

  return {
    url: `https://127.0.0.1:${port}`,
    async record(work) {
      asked = [];
      await work();
      return asked;
    },
    async close() {
      recorder.closeAllConnections();
      recorder.close();
      await once(recorder, 'close');
      await agent.destroy();
    },
  };
}
