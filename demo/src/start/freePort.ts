import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';

async function listenOnce(port: number): Promise<number> {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const { port: bound } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return bound;
}

/**
 * A TCP port on loopback that nobody listens on: the preferred one, or any
 * other if that is taken.
 */
export async function freePort(preferred = 0): Promise<number> {
  try {
    return await listenOnce(preferred);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      return listenOnce(0);
    }
    throw error;
  }
}
