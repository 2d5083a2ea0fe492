import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { request } from 'undici';

/** Sends one request to an application made for it. */
export async function askApp(
  compose: (app: Express) => void,
  path = '/',
  headers: Record<string, string> = {},
) {
  const app = express();
  compose(app);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  try {
    const answer = await request(`http://127.0.0.1:${port}${path}`, {
      headers,
    });
    const text = await answer.body.text();
    return { status: answer.statusCode, headers: answer.headers, text };
  } finally {
    server.close();
    server.closeAllConnections();
  }
}
