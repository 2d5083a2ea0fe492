import { demoManifests } from 'demo';
import { loadManifests, openTestCluster, type TestCluster } from '../src';
import { describeCluster } from './describeCluster';
import { installKnative } from './knativeCluster';

describeCluster('the demo mesh on a real cluster', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await openTestCluster();
    await installKnative(cluster);
    await loadManifests(cluster, demoManifests);
  });

  afterAll(() => cluster.stop());

  const read = (path: string) => cluster.ask(path);

  it('has what its author writes and what a controller writes', async () => {
    const broker = await read(
      '/apis/eventing.knative.dev/v1/namespaces/payments/brokers/payments',
    );

    expect(broker).toMatchObject({
      metadata: { generation: 1 },
      spec: { delivery: { retry: 5, backoffPolicy: 'exponential' } },
      status: {
        observedGeneration: 1,
        conditions: expect.arrayContaining([
          expect.objectContaining({ type: 'Ready', status: 'True' }),
        ]),
      },
    });
  });

  it.each([
    ['/apis/eventing.knative.dev/v1/brokers', 3],
    ['/apis/eventing.knative.dev/v1/triggers', 9],
    ['/apis/eventing.knative.dev/v1beta2/eventtypes', 8],
    ['/apis/serving.knative.dev/v1/services', 3],
  ])('has all objects of %s', async (path, count) => {
    const { items } = (await read(path)) as { items: { status?: unknown }[] };

    expect(items).toHaveLength(count);
    expect(items.every(({ status }) => status !== undefined)).toBe(true);
  });

  it('can be loaded again', async () => {
    await expect(loadManifests(cluster, demoManifests)).resolves.not.toThrow();
  });
});
