import { once } from 'node:events';
import {
  connect,
  createServer,
  type ListenOptions,
  type NetConnectOpts,
  type Server,
} from 'node:net';

/** Passes every connection to one place on to another, byte by byte. */
export async function startRelay(
  from: ListenOptions,
  to: NetConnectOpts,
): Promise<Server> {
  const server = createServer(incoming => {
    const outgoing = connect(to);
    incoming.pipe(outgoing).pipe(incoming);
    // Whichever side breaks, the other learns of it by its end.
    incoming.on('error', () => outgoing.destroy());
    outgoing.on('error', () => incoming.destroy());
  });
  server.listen(from);
  await once(server, 'listening');
  return server;
}
