import { waitFor } from 'demo';
import {
  applyObjects,
  describeOwnServer,
  startDemoCluster,
  type DemoCluster,
} from 'testbed';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import { startServiceFor, type TestService } from './support/startService';
import { forbiddenParts, summaryOf } from './support/summary';

const aggregated =
  'application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList';
const group = 'gauges.example.com';

describeOwnServer('an aggregated API whose server is gone', () => {
  let cluster: DemoCluster;
  let service: TestService;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    await applyObjects(cluster, [
      {
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: { name: `v1.${group}` },
        spec: {
          group,
          version: 'v1',
          groupPriorityMinimum: 100,
          versionPriority: 100,
          insecureSkipTLSVerify: true,
          service: { namespace: 'default', name: 'nobody', port: 443 },
        },
      },
    ]);
    await waitFor({
      what: 'discovery of the group',
      ask: async () => (await freshnessOf(cluster)) ?? undefined,
      deadlineMilliseconds: 60_000,
    });
    service = await startServiceFor(cluster, { deadlineSeconds: 6 });
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  it('is stale in discovery', async () => {
    expect(await freshnessOf(cluster)).toBe('Stale');
  });

  it('does not matter to a mesh that has nothing to do with it', async () => {
    const mesh = (await service.getMesh(cluster.readerToken)).mesh();

    expect(summaryOf(mesh)).toEqual(expectedDemoMesh);
    expect(forbiddenParts(mesh)).toEqual([]);
  });

  it('503 when a trigger delivers to one of its kinds', async () => {
    const ref = { apiVersion: `${group}/v1`, kind: 'Gauge', name: 'pressure' };
    await applyObjects(cluster, [
      {
        apiVersion: 'eventing.knative.dev/v1',
        kind: 'Trigger',
        metadata: { namespace: 'payments', name: 'to-gauge' },
        spec: { broker: 'payments', subscriber: { ref } },
      },
    ]);
    const answer = await service.getMesh(cluster.readerToken);

    expect(answer.status).toBe(503);
    expect(answer.error().error).toContain(group);
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });
});

async function freshnessOf(cluster: DemoCluster): Promise<string | undefined> {
  const answer = await cluster.request('/apis', {
    headers: { accept: aggregated },
  });
  const { items } = answer.json() as {
    items: {
      metadata: { name: string };
      versions: { freshness?: string }[];
    }[];
  };
  return items.find(({ metadata }) => metadata.name === group)?.versions[0]
    .freshness;
}
