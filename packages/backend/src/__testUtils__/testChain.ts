import type { JsonObject } from '@backstage/types';
import { startDemoMesh, tokens, type DemoMesh } from './demoMesh';
import { expectedRelations, fewerRelations } from './expectedRelations';
import { startMeshFront, type FrontMode, type MeshFront } from './meshFront';
import { startTestPortal, type TestPortal } from './testPortal';

/**
 * Tests real objects served by the embedded cluster, up to a real catalog.
 *
 * @param database - for `backend.database` of the portal's configuration
 */
// eslint-disable-next-line jest/no-export -- each database has a test file of its own
export function testChain(database: JsonObject) {
  let mesh: DemoMesh;
  let front: MeshFront;
  let portal: TestPortal;

  beforeAll(async () => {
    mesh = await startDemoMesh();
    front = await startMeshFront(mesh.service.url);
    portal = await startTestPortal({
      serviceUrl: front.url,
      meshToken: tokens.reader,
      database,
    });
  }, 120_000);

  afterAll(async () => {
    await portal?.stop();
    await front?.close();
    await mesh?.stop();
  });

  it('holds the whole mesh with the relations of the manifests, no more and no fewer', async () => {
    // The first poll, at start, may come before the catalog knows the components.
    const { lastRunError } = await portal.poll();

    expect(lastRunError).toBeUndefined();
    expect(await portal.relationsAwaiting(expectedRelations)).toEqual(
      expectedRelations,
    );
  }, 60_000);

  it('keeps what an unchanged mesh gave', async () => {
    const before = await portal.settledContents();
    await portal.poll();
    expect(await portal.contents()).toEqual(before);
  }, 60_000);

  it('removes the relation of a trigger that is removed, and brings it back', async () => {
    const restore = await mesh.withoutSuspiciousPayments();
    await portal.poll();
    expect(await portal.relationsAwaiting(fewerRelations)).toEqual(
      fewerRelations,
    );

    await restore();
    await portal.poll();
    expect(await portal.relationsAwaiting(expectedRelations)).toEqual(
      expectedRelations,
    );
  }, 120_000);

  it.each<[string, FrontMode, number | undefined, RegExp[]]>([
    [
      'an unknown token',
      { kind: 'token', token: tokens.unknown },
      401,
      [/401/, /token/],
    ],
    [
      'a token without rights',
      { kind: 'token', token: tokens.powerless },
      403,
      [/403/, /list/, /eventing\.knative\.dev/],
    ],
    [
      'an answer that is not JSON',
      {
        kind: 'answer',
        answer: response => {
          response.writeHead(200, { 'content-type': 'text/html' });
          response.end('<html>Please sign in</html>');
        },
      },
      200,
      [/not JSON/i, /baseUrl/],
    ],
    [
      'a redirect',
      {
        kind: 'answer',
        answer: response => {
          response.writeHead(302, { location: 'https://login.example.com/' });
          response.end();
        },
      },
      302,
      [/redirect/i, /login\.example\.com/],
    ],
    [
      'an answer of 200 MB',
      {
        kind: 'answer',
        answer: response => {
          response.writeHead(200, { 'content-type': 'application/json' });
          const chunk = Buffer.alloc(1024 * 1024, ' ');
          let left = 200;
          const send = () => {
            while (left > 0) {
              left -= 1;
              if (!response.write(chunk)) {
                response.once('drain', send);
                return;
              }
            }
            response.end('{}');
          };
          send();
        },
      },
      200,
      [/more than 67108864 bytes/, /baseUrl/],
    ],
  ])(
    'keeps the catalog as it is and says what to do after %s',
    async (_, mode, status, messages) => {
      const before = await portal.contents();
      front.statuses.length = 0;
      front.mode = mode;

      const { lastRunError } = await portal.poll();
      front.mode = { kind: 'pass' };

      expect(new Set(front.statuses)).toEqual(new Set([status]));
      expect(lastRunError).toBeDefined();
      for (const message of messages) {
        expect(lastRunError).toMatch(message);
        expect(
          portal.logLines.filter(
            line => line.startsWith('error') && message.test(line),
          ),
        ).not.toHaveLength(0);
      }
      expect(await portal.contents()).toEqual(before);
      // The next poll is as good as ever.
      expect((await portal.poll()).lastRunError).toBeUndefined();
    },
    60_000,
  );

  it('keeps the catalog as it is when the cluster is stopped, and when the service is', async () => {
    const before = await portal.settledContents();

    await mesh.cluster.close();
    front.statuses.length = 0;
    const withoutCluster = await portal.poll();
    expect(new Set(front.statuses)).toEqual(new Set([503]));
    expect(withoutCluster.lastRunError).toMatch(/503.*Kubernetes/);

    await mesh.service.close();
    const withoutService = await portal.poll();
    expect(withoutService.lastRunError).toBeDefined();
    expect(withoutService.lastRunError).toMatch(/baseUrl/);

    expect(await portal.contents()).toEqual(before);
  }, 60_000);

  it('has written no token anywhere', async () => {
    const written = [
      mesh.serviceLog(),
      ...portal.logLines,
      JSON.stringify(await portal.entities()),
    ].join('\n');

    expect(written).toContain('getEventMesh');
    for (const token of Object.values(tokens)) {
      expect(written).not.toContain(token);
    }
  });
}
