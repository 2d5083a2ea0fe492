import {
  describeCluster,
  installKnative,
  loadDemoMesh,
  openTestCluster,
  type TestCluster,
} from '../src';

describeCluster('the demo mesh on a real cluster', () => {
  let cluster: TestCluster;
  const options = () => ({ keepExisting: !cluster.isOurs });

  beforeAll(async () => {
    cluster = await openTestCluster();
    await installKnative(cluster, options());
    await loadDemoMesh(cluster, options());
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
    ['/apis/eventing.knative.dev/v1/triggers', 21],
    ['/apis/eventing.knative.dev/v1beta2/eventtypes', 16],
    ['/apis/messaging.knative.dev/v1/inmemorychannels', 7],
    ['/apis/messaging.knative.dev/v1/subscriptions', 9],
    ['/apis/serving.knative.dev/v1/services', 5],
    ['/apis/sources.knative.dev/v1beta1/kafkasources', 1],
    ['/apis/sources.knative.dev/v1/sinkbindings', 3],
  ])('has all objects of %s', async (path, count) => {
    const { items } = (await read(path)) as { items: { status?: unknown }[] };

    expect(items).toHaveLength(count);
    expect(items.every(({ status }) => status !== undefined)).toBe(true);
  });

  it('has owners by the uids that the API server gave to them', async () => {
    const namespace = 'namespaces/payments';
    const messaging = `/apis/messaging.knative.dev/v1/${namespace}`;
    const [channel, backing, subscription] = await Promise.all([
      read(`${messaging}/channels/statements`),
      read(`${messaging}/inmemorychannels/statements`),
      read(`${messaging}/subscriptions/statement-archive`),
    ]);
    const uidOf = (object: unknown) =>
      (object as { metadata: { uid: string } }).metadata.uid;

    expect(backing).toMatchObject({
      metadata: {
        ownerReferences: [{ kind: 'Channel', uid: uidOf(channel) }],
      },
      status: {
        subscribers: expect.arrayContaining([
          expect.objectContaining({ uid: uidOf(subscription) }),
        ]),
      },
    });
  });

  it('can be loaded again', async () => {
    await expect(loadDemoMesh(cluster, options())).resolves.not.toThrow();
  });
});
