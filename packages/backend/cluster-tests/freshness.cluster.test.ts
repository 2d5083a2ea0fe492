import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createBackend } from '@backstage/backend-defaults';
import type { BackendFeature } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import type { JsonObject } from '@backstage/types';
import eventMeshModule from 'backstage-plugin-catalog-backend-module-knative-event-mesh';
import { freePort, waitFor } from 'demo';
import { readConfig, startService, type Service } from 'eventmesh-backend';
import {
  applyYaml,
  describeOwnServer,
  mintToken,
  startDemoCluster,
  untilAllowed,
  type DemoCluster,
} from 'testbed';
import { catalogDatabase } from '../src/__testUtils__/catalogDatabase';
import { createCapturingLogger } from '../src/__testUtils__/capturingLogger';
import {
  createPortalClient,
  type PortalClient,
} from '../src/__testUtils__/portalClient';
import { portalConfig } from '../src/__testUtils__/portalConfig';

const topic = 'knative-event-mesh';
const plugin = process.env.UPSTREAM_PLUGIN;
/**
 * The events backend that upstream's plugin brings with it. Loaded here, as it
 * calls hooks of Jest.
 */
const eventsBackend: BackendFeature | undefined =
  plugin &&
  require(join(plugin, '../../@backstage/plugin-events-backend')).default;

const manifest = async () =>
  readFile(
    join(
      dirname(
        require.resolve(
          'backstage-plugin-catalog-backend-module-knative-event-mesh/package.json',
        ),
      ),
      'deploy/api-server-source.yaml',
    ),
    'utf8',
  );

describeOwnServer('the ApiServerSource that tells Backstage of changes', () => {
  let cluster: DemoCluster;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    await applyYaml(cluster, await manifest());
  }, 240_000);

  afterAll(() => cluster?.stop());

  const source = async () =>
    (await cluster.ask(
      '/apis/sources.knative.dev/v1/namespaces/knative-eventing/apiserversources/event-mesh-watcher',
    )) as {
      spec: {
        serviceAccountName: string;
        resources: { apiVersion: string; kind: string }[];
        sink: { uri: string };
      };
    };

  it('may watch all that it names, and nothing else, and change nothing', async () => {
    const { spec } = await source();
    const token = await mintToken(cluster, {
      namespace: 'knative-eventing',
      name: spec.serviceAccountName,
      uid: '',
    });
    await untilAllowed(cluster, token, [
      { group: 'messaging.knative.dev', resource: 'subscriptions' },
    ]);
    const paths = spec.resources.map(
      ({ apiVersion, kind }) =>
        `/apis/${apiVersion}/${kind.toLowerCase()}s?limit=1`,
    );
    const status = async (path: string, method = 'GET') =>
      (await cluster.request(path, { token, method, body: undefined })).status;

    expect(await Promise.all(paths.map(path => status(path)))).toEqual(
      paths.map(() => 200),
    );
    const watches = paths.map(path => `${path}&watch=true&timeoutSeconds=1`);
    expect(await Promise.all(watches.map(path => status(path)))).toEqual(
      paths.map(() => 200),
    );
    expect(
      await Promise.all([
        status('/api/v1/secrets'),
        status('/api/v1/services'),
        status('/apis/sources.knative.dev/v1/pingsources'),
        status(
          '/apis/eventing.knative.dev/v1/namespaces/payments/brokers/default',
          'DELETE',
        ),
      ]),
    ).toEqual([403, 403, 403, 403]);
    expect(spec.sink.uri).toMatch(new RegExp(`/api/events/http/${topic}$`));
  });

  const describeWithEvents = eventsBackend ? describe : describe.skip;
  describeWithEvents('with the events backend of Backstage', () => {
    let folder: string;
    let service: Service;
    let portal: PortalClient;
    let url: string;
    let stop = async () => {};
    const logger = createCapturingLogger();

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'freshness-'));
      const caFile = join(folder, 'ca.crt');
      await writeFile(caFile, cluster.caCertificate);
      service = await startService(
        readConfig({
          HOST: '127.0.0.1',
          PORT: '0',
          KUBERNETES_API_URL: cluster.url,
          KUBERNETES_CA_FILE: caFile,
        }),
        { logDestination: { write() {} } },
      );
      const port = await freePort();
      url = `http://127.0.0.1:${port}`;
      const data = portalConfig(port, {
        serviceUrl: service.url,
        meshToken: cluster.readerToken,
        database: { client: 'better-sqlite3', connection: ':memory:' },
        // So that only an event can be why there is a second poll.
        secondsBetweenPolls: 3_600,
        secondsOfPoll: 60,
      });
      const { catalog, ...others } = data;
      const { demo } = (
        catalog as { providers: { knativeEventMesh: { demo: JsonObject } } }
      ).providers.knativeEventMesh;
      demo.eventsTopic = topic;

      const backend = createBackend();
      backend.add(logger.service);
      backend.add(
        mockServices.rootConfig.factory({
          data: { ...others, catalog, events: { http: { topics: [topic] } } },
        }),
      );
      backend.add(catalogPlugin);
      backend.add(eventMeshModule);
      backend.add(eventsBackend!);
      const database = catalogDatabase();
      backend.add(database.module);
      await backend.start();
      stop = async () => {
        await backend.stop();
        await database.close();
      };
      portal = createPortalClient(url);
      await portal.untilPolled();
    }, 120_000);

    afterAll(async () => {
      await stop();
      await service?.close();
      await rm(folder, { recursive: true, force: true });
    });

    const polls = () =>
      logger.lines.filter(line => line.startsWith('info Read ')).length;

    /** As its adapter does: binary mode, a reference as data. */
    function send(type: string, { name }: { name: string }) {
      const reference: JsonObject = {
        kind: 'EventType',
        namespace: 'payments',
        name,
        apiVersion: 'eventing.knative.dev/v1beta2',
      };
      return fetch(`${url}/api/events/http/${topic}`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Ce-Specversion': '1.0',
          'Ce-Id': crypto.randomUUID(),
          'Ce-Type': `dev.knative.apiserver.ref.${type}`,
          'Ce-Source': cluster.url,
          'Ce-Subject': `/apis/eventing.knative.dev/v1beta2/namespaces/payments/eventtypes/${name}`,
          'Ce-Time': new Date().toISOString(),
          'Ce-Kind': 'EventType',
          'Ce-Apiversion': 'eventing.knative.dev/v1beta2',
          'Ce-Name': name,
          'Ce-Namespace': 'payments',
        },
        body: JSON.stringify(reference),
      });
    }

    it('brings a change into the catalog within seconds', async () => {
      const before = polls();
      await applyYaml(
        cluster,
        `
apiVersion: eventing.knative.dev/v1beta2
kind: EventType
metadata: { name: payment-disputed, namespace: payments }
spec: { type: com.example.payment.disputed }
`,
      );
      const begin = Date.now();
      expect((await send('add', { name: 'payment-disputed' })).status).toBe(
        202,
      );
      await waitFor({
        what: 'The new event type in the catalog',
        ask: async () =>
          (
            await portal.entities()
          ).find(
            ({ kind, metadata }) =>
              kind === 'API' && metadata.name === 'payment-disputed',
          ),
        deadlineMilliseconds: 30_000,
      });
      expect(Date.now() - begin).toBeLessThan(30_000);
      expect(polls()).toBe(before + 1);
    });

    it('polls twice or thrice for a storm of events', async () => {
      const before = polls();
      const answers = await Promise.all(
        Array.from({ length: 300 }, (_, index) =>
          send('update', { name: `n${index}` }),
        ),
      );
      expect(answers.every(({ status }) => status === 202)).toBe(true);
      await new Promise(resolve => setTimeout(resolve, 20_000));
      expect(polls() - before).toBeGreaterThanOrEqual(1);
      expect(polls() - before).toBeLessThanOrEqual(3);
    }, 60_000);
  });
});
