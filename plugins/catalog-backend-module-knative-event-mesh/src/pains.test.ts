// The checks stand in a table that `it.each` runs.
/* eslint-disable jest/no-standalone-expect */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { parseEntityRef, type Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  readEnvironmentDetails,
  readEventTypeDetails,
  type EventMesh,
} from 'backstage-plugin-knative-event-mesh-common';
import { certificate } from './__testUtils__/certificate';
import {
  connectProvider,
  keepingLogger,
} from './__testUtils__/connectProvider';
import { expectAccepted } from './__testUtils__/expectAccepted';
import {
  startTestService,
  type TestService,
} from './__testUtils__/testBackend';
import { testCatalog, type TestCatalog } from './__testUtils__/testCatalog';
import {
  broker,
  channel,
  eventMesh,
  eventType,
  source,
  trigger,
} from './testUtils';

const api = 'api:payments/payment-received';
const brokerRef = 'component:payments/default-broker';
const system = 'system:default/knative-event-mesh-dev';

/** The Component of a user. */
function component(name: string, annotations: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name, annotations },
    spec: { type: 'service', lifecycle: 'production', owner: 'risk' },
  };
}

/**
 * What users of other providers that bring Kubernetes into Backstage suffer from,
 * each held against this one, through real HTTP.
 */
describe('the pains that this does not have', () => {
  const directory = createMockDirectory();
  let service: TestService;
  let store: TestCatalog;
  let { logger, lines } = keepingLogger();

  beforeEach(async () => {
    ({ logger, lines } = keepingLogger());
    service = await startTestService(eventMesh());
    store = testCatalog();
  });

  afterEach(() => service.stop());

  const connect = (settings: JsonObject = {}, environment = 'dev') =>
    connectProvider(
      store,
      environment,
      { [environment]: { baseUrl: service.url, token: 'abc', ...settings } },
      { logger },
    );
  async function pollOnce(mesh?: Partial<EventMesh>, settings?: JsonObject) {
    service.answer.body = eventMesh(mesh);
    await (
      await connect(settings)
    )();
  }
  const entities = () => store.refs().map(ref => store.entity(ref)!);
  const details = () => readEnvironmentDetails(store.entity(system)!)!;
  const firstLink = () =>
    readEventTypeDetails(store.entity(api)!)!.consumers![0].link;

  const pains: [string, () => Promise<void>][] = [
    [
      '1 failure looks like deletion',
      async () => {
        await pollOnce({ subscribables: [channel()] });
        const before = store.refs();
        const poll = await connect();
        for (const status of [401, 403, 404, 424, 429, 500, 503, 504, 302]) {
          service.answer = { status, body: { error: 'no' } };
          await expect(poll()).rejects.toThrow(String(status));
        }
        service.answer = { status: 200, body: { error: 'no' } };
        await expect(poll()).rejects.toThrow();
        expect(store.mutations).toHaveLength(1);

        service.answer.body = eventMesh({
          subscribables: [],
          omitted: [{ kind: 'Channel', reason: 'unavailable', message: '' }],
        });
        await poll();
        expect(store.refs()).toEqual(before);
      },
    ],
    [
      '2 long and illegal names',
      async () => {
        const name = `et-${'long.'.repeat(50)}x`;
        await pollOnce({ eventTypes: [eventType({ name })], triggers: [] });
        const entity = entities().find(({ kind }) => kind === 'API')!;
        await expectAccepted(entity);
        expect(entity.metadata.name.length).toBeLessThanOrEqual(63);
        expect(entity.metadata.annotations).toMatchObject({
          'knative-event-mesh/name': name,
        });
      },
    ],
    [
      '3 one name for several kinds and clusters',
      async () => {
        await pollOnce({
          subscribables: [channel({ name: 'default' })],
          sources: [source({ name: 'default' })],
        });
        expect(store.refs()).toEqual([
          api,
          brokerRef,
          'component:payments/default-channel',
          'component:payments/default-pingsource',
          system,
        ]);
        await expect(
          connectProvider(
            store,
            'dev',
            {
              dev: { baseUrl: service.url, token: 'abc' },
              other: { baseUrl: service.url, token: 'abc' },
            },
            { logger },
          ),
        ).rejects.toThrow("other.entityNamespace: 'other-{namespace}'");
      },
    ],
    [
      '4 dropped without a word',
      async () => {
        const nameless = { ...broker(), name: undefined } as never;
        await pollOnce({
          brokers: [
            broker({ labels: { 'app.kubernetes.io/name': '-' } }),
            nameless,
          ],
        });
        expect(lines('warn')).toEqual([expect.stringMatching(/^Left out: /)]);
        expect(
          JSON.stringify(store.entity(brokerRef)?.spec?.eventMesh),
        ).toContain('"findings":[{');
      },
    ],
    [
      '5 broken by the next Backstage',
      async () => {
        const imports = readdirSync(__dirname, { recursive: true })
          .map(String)
          .filter(file => /^(?!.*(test|__testUtils__)).*\.ts$/.test(file))
          .flatMap(file =>
            [
              ...readFileSync(join(__dirname, file), 'utf8').matchAll(
                /from '(@backstage\/[^']+)'/g,
              ),
            ].map(([, name]) => name),
          );
        // The metrics are the one thing that is not stable anywhere.
        expect(
          [...new Set(imports)].filter(name => name.split('/').length > 2),
        ).toEqual(['@backstage/backend-plugin-api/alpha']);
      },
    ],
    [
      '6 no way to sign in',
      async () => {
        directory.setContent({ token: 'from-file' });
        await pollOnce({}, { token: 'as-text' });
        expect(service.request?.headers.authorization).toBe('Bearer as-text');
        const poll = await connectProvider(
          store,
          'dev',
          {
            dev: {
              baseUrl: service.url,
              tokenFile: directory.resolve('token'),
            },
          },
          { logger },
        );
        await poll();
        expect(service.request?.headers.authorization).toBe('Bearer from-file');
      },
    ],
    [
      '7 tokens that expire',
      async () => {
        directory.setContent({ token: 'first' });
        const poll = await connectProvider(
          store,
          'dev',
          {
            dev: {
              baseUrl: service.url,
              tokenFile: directory.resolve('token'),
            },
          },
          { logger },
        );
        await poll();
        directory.setContent({ token: 'second\n' });
        await poll();
        expect(service.request?.headers.authorization).toBe('Bearer second');
      },
    ],
    [
      '8 more rights than needed',
      async () => {
        const manifest = readFileSync(
          join(__dirname, '../deploy/api-server-source.yaml'),
          'utf8',
        );
        const verbs = [...manifest.matchAll(/verbs: \[(.*)\]/g)];
        expect(verbs).not.toEqual([]);
        expect(verbs.map(([, list]) => list)).toEqual(
          verbs.map(() => 'get, list, watch'),
        );
        expect(manifest).not.toMatch(/\*|secrets|cluster-admin/);
      },
    ],
    [
      '9 who owns it',
      async () => {
        const annotations = { 'knative-event-mesh/owner': 'user:default/jane' };
        const names = ['payments', 'orders', 'other'];
        await pollOnce(
          {
            eventTypes: [],
            brokers: [
              ...names.map(namespace => broker({ namespace })),
              broker({ name: 'hers', annotations }),
            ],
          },
          { owner: 'platform', ownerByNamespace: { payments: 'team-a' } },
        );
        expect(
          entities().map(
            ({ metadata, spec }) => `${metadata.namespace} ${spec?.owner}`,
          ),
        ).toEqual([
          'orders group:default/platform',
          'other group:default/platform',
          'payments group:default/team-a',
          'payments user:default/jane',
          'default group:default/platform',
        ]);
      },
    ],
    [
      '10 a system that does not exist',
      async () => {
        await pollOnce();
        const systems = entities().flatMap(({ spec }) => spec?.system ?? []);
        expect(new Set(systems)).toEqual(new Set([system]));
        expect(store.refs()).toContain(system);
        await pollOnce({}, { system: 'shop' });
        expect(details().findings).toContainEqual(
          expect.objectContaining({ code: 'systemNotFound' }),
        );
      },
    ],
    [
      '11 namespaces of Kubernetes are not those of Backstage',
      async () => {
        await pollOnce({}, { entityNamespace: '{environment}-{namespace}' });
        expect(store.refs()).toContain('api:dev-payments/payment-received');
      },
    ],
    [
      '12 what objects say of themselves',
      async () => {
        await pollOnce(
          {
            eventTypes: [
              eventType({
                description: 'Money has come in',
                labels: { team: 'a', secret: 'b' },
                annotations: {
                  'example.com/docs': 'https://example.com',
                  'backstage.io/managed-by-location': 'url:https://evil',
                },
              }),
            ],
          },
          {
            passThrough: {
              labels: ['team'],
              annotations: ['example.com/*', 'backstage.io/*'],
            },
          },
        );
        const { metadata } = store.entity(api)!;
        expect(metadata.description).toContain('Money has come in');
        expect(metadata.labels).toEqual({ team: 'a' });
        expect(metadata.annotations).toMatchObject({
          'example.com/docs': 'https://example.com',
          'backstage.io/managed-by-location': expect.stringMatching(
            /^knative-event-mesh:dev/,
          ),
        });
      },
    ],
    [
      '13 all or nothing',
      async () => {
        await pollOnce(
          { brokers: [broker(), broker({ namespace: 'orders' })] },
          { namespaces: ['payments'], emit: { brokers: false } },
        );
        expect(service.request?.path).toBe(
          '/v1/getEventMesh?namespace=payments',
        );
        expect(store.refs()).toEqual([api, system]);
      },
    ],
    [
      '14 noise in the log',
      async () => {
        const poll = await connect();
        service.answer.body = eventMesh({ subscribables: [channel()] });
        await poll();
        service.answer.body = eventMesh({
          subscribables: [],
          omitted: [{ kind: 'Channel', reason: 'forbidden', message: 'no' }],
        });
        for (let count = 0; count < 5; count++) {
          await poll();
        }
        expect(lines('info')).toHaveLength(6);
        expect(lines('warn')).toHaveLength(1);
        expect(lines('error')).toEqual([]);
      },
    ],
    [
      '15 orphans after a rename',
      async () => {
        await pollOnce();
        // Whoever changes this deletes and makes anew what all users have.
        const [mutation] = store.mutations;
        const items =
          mutation.type === 'delta' ? mutation.added : mutation.entities;
        expect(items.map(({ locationKey }) => locationKey)).toEqual(
          items.map(() => 'KnativeEventMeshEntityProvider:dev'),
        );
        expect(
          entities().map(
            ({ metadata }) =>
              metadata.annotations?.['backstage.io/managed-by-origin-location'],
          ),
        ).toEqual(items.map(() => 'knative-event-mesh:dev'));
      },
    ],
    [
      '16 stale, or busy with nothing',
      async () => {
        service.etag = '"1"';
        const poll = await connect();
        await poll();
        await poll();
        await poll();
        expect(service.request?.headers['if-none-match']).toBe('"1"');
        const { length } = store.mutations;
        await poll();
        expect(store.mutations).toHaveLength(length);
        service.etag = '"2"';
        service.answer.body = eventMesh({ subscribables: [channel()] });
        await poll();
        expect(store.refs()).toContain('component:payments/orders-channel');
      },
    ],
    [
      '17 what backstage.io/kubernetes-id is',
      async () => {
        await pollOnce();
        expect(firstLink()).toMatchObject({
          state: 'noComponent',
          advice: expect.stringContaining('backstage.io/kubernetes-id'),
        });
        store = testCatalog([
          component('fraud', {
            'backstage.io/kubernetes-id': 'Fraud-Detector',
          }),
          component('by-label', {
            'backstage.io/kubernetes-label-selector': 'app=fraud',
          }),
        ]);
        const { reference } = trigger().subscriber!;
        const subscriber = { reference, labels: { app: 'fraud' } };
        await pollOnce({
          triggers: [trigger({ subscriber: { ...subscriber, found: 'yes' } })],
        });
        expect(firstLink()).toEqual({
          state: 'linked',
          components: ['component:default/by-label'],
        });
      },
    ],
    [
      '18 the wrong cluster',
      async () => {
        const id = { 'backstage.io/kubernetes-id': 'fraud-detector' };
        const cluster = 'backstage.io/kubernetes-cluster';
        store = testCatalog([
          component('here', { ...id, [cluster]: 'dev' }),
          component('there', { ...id, [cluster]: 'production' }),
        ]);
        await pollOnce();
        expect(firstLink()).toEqual({
          state: 'linked',
          components: ['component:default/here'],
        });
      },
    ],
    [
      '19 refused, shown as empty',
      async () => {
        await pollOnce();
        service.answer = { status: 403, body: { error: 'list brokers' } };
        await expect((await connect())()).rejects.toThrow(
          /answers 403: list brokers\. Give the account of catalog\.providers\.knativeEventMesh\.dev\.token the right/,
        );
        service.answer.status = 401;
        await expect((await connect())()).rejects.toThrow('Set');
        expect(store.refs()).toHaveLength(3);
      },
    ],
    [
      '20 certificates, time-outs, and one bad object that stops all',
      async () => {
        const { pem, key } = await certificate();
        const secure = createServer({ key, cert: pem }, (_, response) =>
          response.end(JSON.stringify(eventMesh())),
        );
        await new Promise<void>(done => secure.listen(0, '127.0.0.1', done));
        const { port } = secure.address() as AddressInfo;
        const baseUrl = `https://localhost:${port}`;
        await expect((await connect({ baseUrl }))()).rejects.toThrow('caFile');
        await (
          await connect({ baseUrl, caData: pem })
        )();
        secure.closeAllConnections();
        await new Promise(done => secure.close(done));

        await pollOnce({
          brokers: [broker(), 'none' as never, { name: 1 } as never],
        });
        expect(store.refs()).toContain(brokerRef);

        service.isHanging = true;
        const begin = Date.now();
        await expect(
          (
            await connect({ timeout: { milliseconds: 200 } })
          )(),
        ).rejects.toThrow('did not answer within 0.2 s');
        expect(Date.now() - begin).toBeLessThan(10_000);
      },
    ],
  ];

  it.each(pains)('%s', async (_, check) => {
    await check();
    for (const ref of store.refs()) {
      expect(() => parseEntityRef(ref)).not.toThrow();
    }
  });

  it('are the twenty of which users tell', () => {
    expect(pains.map(([name]) => Number(name.split(' ')[0]))).toEqual(
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
  });
});
