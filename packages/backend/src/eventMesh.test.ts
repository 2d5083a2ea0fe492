import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  demoManifests,
  startEmbeddedCluster,
  waitFor,
  type EmbeddedCluster,
} from 'demo';
import { readConfig, startService, type Service } from 'eventmesh-backend';
import { expectedRelations } from './__testUtils__/expectedRelations';
import {
  startMeshFront,
  type FrontMode,
  type MeshFront,
} from './__testUtils__/meshFront';
import { startTestPortal, type TestPortal } from './__testUtils__/testPortal';

const tokens = {
  reader: 'reader-token-1f0c7d',
  powerless: 'powerless-token-93ab55',
  unknown: 'unknown-token-47e2c8',
};

/** Real objects served by the embedded cluster, up to a real catalog. */
describe('from Kubernetes objects to catalog relations', () => {
  let folder: string;
  let cluster: EmbeddedCluster;
  let service: Service;
  let front: MeshFront;
  let portal: TestPortal;
  let serviceLog = '';

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'chain-'));
    const manifests = join(folder, 'manifests');
    await cp(demoManifests, manifests, { recursive: true });
    cluster = await startEmbeddedCluster({
      manifests,
      tokens: [
        { token: tokens.reader, user: 'reader', rules: 'all' },
        { token: tokens.powerless, user: 'powerless', rules: [] },
      ],
    });
    const caFile = join(folder, 'ca.crt');
    await writeFile(caFile, cluster.caCertificate);
    service = await startService(
      readConfig({
        HOST: '127.0.0.1',
        PORT: '0',
        KUBERNETES_API_URL: cluster.url,
        KUBERNETES_CA_FILE: caFile,
        DEADLINE_SECONDS: '5',
        LOG_LEVEL: 'debug',
      }),
      {
        logDestination: new Writable({
          write(chunk, _, done) {
            serviceLog += chunk;
            done();
          },
        }),
      },
    );
    front = await startMeshFront(service.url);
    portal = await startTestPortal({
      serviceUrl: front.url,
      meshToken: tokens.reader,
    });
  }, 120_000);

  afterAll(async () => {
    await portal?.stop();
    await front?.close();
    await service?.close();
    await cluster?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Who belongs to whom in the portal alone is not the mesh's business. */
  function relationsOf(entities: Entity[]): string[] {
    return entities
      .flatMap(entity =>
        (entity.relations ?? []).map(
          ({ type, targetRef }) =>
            `${stringifyEntityRef(entity)} ${type} ${targetRef}`,
        ),
      )
      .filter(
        line =>
          / (providesApi|apiProvidedBy|apiConsumedBy|consumesApi|dependsOn|dependencyOf) /.test(
            line,
          ) || line.includes('knative-event-mesh-demo'),
      )
      .filter(line => !/ (ownedBy|ownerOf) /.test(line))
      .sort();
  }

  async function untilRelationsAre(expected: string[]) {
    let actual: string[] = [];
    await waitFor({
      what: 'The processing of the catalog',
      ask: async () => {
        actual = relationsOf(await portal.entities());
        return actual.join() === expected.join() ? true : undefined;
      },
      deadlineMilliseconds: 30_000,
    }).catch(() => {});
    expect(actual).toEqual(expected);
  }

  /**
   * What the catalog holds, without what the catalog itself counts up, and
   * without the time of the last good poll: at one poll a second the provider
   * reads its own before the catalog has processed it.
   */
  async function catalogContents() {
    const contents = (await portal.entities())
      .map(({ metadata: { etag, ...metadata }, ...entity }) => ({
        ...entity,
        metadata,
      }))
      .sort((a, b) => a.metadata.uid!.localeCompare(b.metadata.uid!));
    return JSON.parse(
      JSON.stringify(contents, (key, value) =>
        key === 'lastGoodPoll' ? undefined : value,
      ),
    ) as Entity[];
  }

  /**
   * The same once nothing is under way: the provider sees its last writes only
   * after the catalog has processed them.
   */
  async function settledContents() {
    let last = '';
    return waitFor({
      what: 'A catalog at rest',
      ask: async () => {
        await portal.poll();
        const contents = await catalogContents();
        const isAtRest = JSON.stringify(contents) === last;
        last = JSON.stringify(contents);
        return isAtRest ? contents : undefined;
      },
      deadlineMilliseconds: 30_000,
    });
  }

  it('holds every broker and event type with the relations of the manifests, no more and no fewer, after two polls', async () => {
    // The first poll, at start, may come before the catalog knows the components.
    const { lastRunError } = await portal.poll();

    expect(lastRunError).toBeUndefined();
    await untilRelationsAre(expectedRelations);
  }, 60_000);

  it('keeps what an unchanged mesh gave', async () => {
    const before = await settledContents();
    await portal.poll();
    expect(await catalogContents()).toEqual(before);
  }, 60_000);

  it('removes the relation of a trigger that is removed, and brings it back', async () => {
    const file = join(folder, 'manifests/fraud/triggers.yaml');
    const original = await readFile(file, 'utf8');
    const without = original
      .split(/^---$/m)
      .filter(document => !/name: suspicious-payments/.test(document))
      .join('---');
    expect(without).not.toBe(original);

    const removed = cluster.whenReloaded();
    await writeFile(file, without || '\n');
    await removed;
    await portal.poll();
    await untilRelationsAre(
      expectedRelations.filter(
        line =>
          line !==
            'api:fraud/payment-scored apiConsumedBy component:default/case-desk' &&
          line !==
            'component:default/case-desk consumesApi api:fraud/payment-scored',
      ),
    );

    const restored = cluster.whenReloaded();
    await writeFile(file, original);
    await restored;
    await portal.poll();
    await untilRelationsAre(expectedRelations);
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
      const before = await catalogContents();
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
      expect(await catalogContents()).toEqual(before);
      // The next poll is as good as ever.
      expect((await portal.poll()).lastRunError).toBeUndefined();
    },
    60_000,
  );

  it('keeps the catalog as it is when the cluster is stopped, and when the service is', async () => {
    const before = await settledContents();

    await cluster.close();
    front.statuses.length = 0;
    const withoutCluster = await portal.poll();
    expect(new Set(front.statuses)).toEqual(new Set([503]));
    expect(withoutCluster.lastRunError).toMatch(/503.*Kubernetes/);

    await service.close();
    const withoutService = await portal.poll();
    expect(withoutService.lastRunError).toBeDefined();
    expect(withoutService.lastRunError).toMatch(/baseUrl/);

    expect(await catalogContents()).toEqual(before);
  }, 60_000);

  it('has written no token anywhere', async () => {
    const written = [
      serviceLog,
      ...portal.logLines,
      JSON.stringify(await portal.entities()),
    ].join('\n');

    expect(written).toContain('getEventMesh');
    for (const token of Object.values(tokens)) {
      expect(written).not.toContain(token);
    }
  });
});
