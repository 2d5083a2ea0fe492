import { createServer, type Server } from 'node:https';
import { createServer as createPlainServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { certificate } from './__testUtils__/certificate';
import { fetchEventMesh, type EventMeshTarget } from './client';
import { eventMesh } from './testUtils';

describe('fetchEventMesh with TLS', () => {
  const directory = createMockDirectory();
  const authorizations: (string | undefined)[] = [];
  let pem: string;
  let service: Server;
  let target: EventMeshTarget;

  beforeAll(async () => {
    const issued = await certificate();
    pem = issued.pem;
    service = createServer(
      { key: issued.key, cert: pem },
      (request, response) => {
        authorizations.push(request.headers.authorization);
        response.end(JSON.stringify(eventMesh()));
      },
    );
    await listen(service);
    target = {
      configKey: 'catalog.providers.knativeEventMesh.dev',
      baseUrl: `https://localhost:${portOf(service)}`,
      token: 'abc',
    };
  });
  beforeEach(() => {
    authorizations.length = 0;
  });
  afterAll(() => close(service));

  it('reads from a service whose authority is configured', async () => {
    directory.setContent({ 'ca.crt': pem });
    for (const trust of [
      { caData: pem },
      { caFile: directory.resolve('ca.crt') },
    ]) {
      const answer = await fetchEventMesh({ ...target, ...trust });
      expect((await answer.read()).mesh).toEqual(eventMesh());
    }
    expect(authorizations).toEqual(['Bearer abc', 'Bearer abc']);
  });

  it('trusts the authority that the file holds now', async () => {
    directory.setContent({ 'ca.crt': (await certificate()).pem });
    const configured = { ...target, caFile: directory.resolve('ca.crt') };
    await expect(fetchEventMesh(configured)).rejects.toThrow('not trusted');
    directory.setContent({ 'ca.crt': pem });
    await expect(fetchEventMesh(configured)).resolves.toBeDefined();
  });

  it('sends no token to a service that it does not trust, and says what to set', async () => {
    await expect(fetchEventMesh(target)).rejects.toThrow(
      /has a certificate that is not trusted \(\w*CERT\w*\)\. Set catalog\.providers\.knativeEventMesh\.dev\.caFile or .*caData/,
    );
    expect(authorizations).toEqual([]);
  });

  it('trusts no certificate for another host', async () => {
    const baseUrl = `https://127.0.0.1:${portOf(service)}`;
    await expect(
      fetchEventMesh({ ...target, baseUrl, caData: pem }),
    ).rejects.toThrow('ERR_TLS_CERT_ALTNAME_INVALID');
    expect(authorizations).toEqual([]);
  });

  describe('through a proxy', () => {
    const environment = { ...process.env };
    const connected: (string | undefined)[] = [];
    const tunnels: Duplex[] = [];
    const proxy = createPlainServer().on('connect', (request, client) => {
      connected.push(request.url);
      tunnels.push(client);
      const upstream = connect(portOf(service), 'localhost', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        upstream.pipe(client).pipe(upstream);
      });
    });

    beforeAll(async () => {
      await listen(proxy);
      process.env.HTTPS_PROXY = `http://localhost:${portOf(proxy)}`;
      delete process.env.NO_PROXY;
      delete process.env.no_proxy;
    });
    beforeEach(() => {
      connected.length = 0;
    });
    afterAll(async () => {
      process.env = environment;
      tunnels.forEach(tunnel => tunnel.destroy());
      await close(proxy);
    });

    it('keeps TLS between the ends', async () => {
      await fetchEventMesh({ ...target, caData: pem });
      expect(connected).toEqual([`localhost:${portOf(service)}`]);
      expect(authorizations).toEqual(['Bearer abc']);
    });

    it('goes past it where NO_PROXY says so', async () => {
      process.env.NO_PROXY = 'localhost';
      await fetchEventMesh({ ...target, caData: pem });
      expect(connected).toEqual([]);
    });
  });
});

function listen(server: { listen(port: number, done: () => void): unknown }) {
  return new Promise<void>(resolve => server.listen(0, resolve));
}

function portOf(server: { address(): unknown }): number {
  return (server.address() as AddressInfo).port;
}

function close(server: {
  closeAllConnections(): void;
  close(done: () => void): unknown;
}) {
  server.closeAllConnections();
  return new Promise<void>(resolve => server.close(resolve));
}
