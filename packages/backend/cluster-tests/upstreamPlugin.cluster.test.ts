import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { readConfig, startService, type Service } from 'eventmesh-backend';
import {
  applyYaml,
  describeOwnServer,
  startDemoCluster,
  type DemoCluster,
} from 'testbed';
import {
  startPortalProcess,
  type PortalProcess,
} from '../src/__testUtils__/portalProcess';
import {
  labelledEventType,
  upstreamEntities,
  upstreamRelations,
} from './upstreamEntities';

const plugin = process.env.UPSTREAM_PLUGIN;
const describeWithPlugin = plugin ? describeOwnServer : describe.skip;

/**
 * Upstream's service cannot be downloaded everywhere, so that what its plugin
 * makes of our answer is held to what the plugin's code says, by hand, and not to
 * what it makes of that service's. `consumedBy` would differ there on purpose:
 * ours names only who certainly receives the events.
 */
describeWithPlugin(
  "upstream's published plugin in a Backstage of today, on our service",
  () => {
    let folder: string;
    let cluster: DemoCluster;
    let service: Service;
    let portal: PortalProcess;

    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'upstream-plugin-'));
      cluster = await startDemoCluster();
      await applyYaml(cluster, labelledEventType);
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
      portal = await startPortalProcess({
        name: 'portal',
        folder,
        // Its export for the backend system; the other one is for an older one.
        eventMeshModule: require.resolve(join(plugin!, 'alpha')),
        serviceUrl: service.url,
        meshToken: cluster.readerToken,
        database: { client: 'better-sqlite3', connection: ':memory:' },
        secondsBetweenPolls: 2,
        secondsOfPoll: 30,
      });
    }, 240_000);

    afterAll(async () => {
      await portal?.stop();
      await service?.close();
      await cluster?.stop();
      await rm(folder, { recursive: true });
    });

    const entitiesOfPlugin = async () =>
      (await portal.entities())
        .filter(
          ({ metadata }) =>
            metadata.annotations?.[
              'backstage.io/managed-by-origin-location'
            ] === `url:${service.url}`,
        )
        .map(withoutAdditionsOfCatalog)
        .sort(byRef);

    it('has the relations between brokers and event types, and those only', async () => {
      // Those to consumers take a catalog that asks for no credentials: its
      // processor sends none.
      expect(await portal.relationsAwaiting(upstreamRelations)).toEqual(
        upstreamRelations,
      );
    });

    it("emits exactly the entities that its code makes of upstream's fields", async () => {
      const expected = upstreamEntities({
        serviceUrl: service.url,
        schemas: await storedSchemas(cluster),
      });

      expect(await entitiesOfPlugin()).toEqual(expected.sort(byRef));
    });
  },
);

/** What Kubernetes itself holds, by namespace/name. */
async function storedSchemas(cluster: DemoCluster) {
  const { items } = (await cluster.ask(
    '/apis/eventing.knative.dev/v1beta2/eventtypes',
  )) as {
    items: {
      metadata: { namespace: string; name: string };
      spec: { schemaData?: string };
    }[];
  };
  return new Map(
    items.flatMap(({ metadata: { namespace, name }, spec }) =>
      spec.schemaData ? [[`${namespace}/${name}`, spec.schemaData]] : [],
    ),
  );
}

function withoutAdditionsOfCatalog({ relations, ...entity }: Entity): Entity {
  const { uid, etag, annotations, ...metadata } = entity.metadata;
  const { 'backstage.io/view-url': viewUrl, ...others } = annotations ?? {};
  return { ...entity, metadata: { ...metadata, annotations: others } };
}

function byRef(a: Entity, b: Entity): number {
  return stringifyEntityRef(a).localeCompare(stringifyEntityRef(b));
}
