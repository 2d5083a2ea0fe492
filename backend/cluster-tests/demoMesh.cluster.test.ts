import { describeOwnServer, startDemoCluster, type DemoCluster } from 'testbed';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import { startServiceFor, type TestService } from './support/startService';
import { summaryOf } from './support/summary';

describeOwnServer('the demo mesh, read with the shipped rights', () => {
  let cluster: DemoCluster;
  let service: TestService;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  const ask = (headers?: Record<string, string>) =>
    service.getMesh(cluster.readerToken, '', headers);

  it('is answered with every link that is in it', async () => {
    expect(summaryOf((await ask()).mesh())).toEqual(expectedDemoMesh);
  });

  it('leaves nothing out that could be read', async () => {
    const mesh = (await ask()).mesh();

    expect(mesh.omitted).toEqual([]);
  });

  it('has each object as Kubernetes holds it', async () => {
    const { eventTypes } = (await ask()).mesh();
    const stored = (await cluster.ask(
      '/apis/eventing.knative.dev/v1beta2/namespaces/payments/eventtypes/payment-refused',
    )) as { metadata: { uid: string } };

    expect(eventTypes.find(({ name }) => name === 'payment-refused')).toEqual({
      name: 'payment-refused',
      namespace: 'payments',
      uid: stored.metadata.uid,
      type: 'com.example.payments.refused.v1',
      description:
        'The acquirer refused a payment that was made in the checkout.',
      schemaURL: 'https://schemas.example.com/payments/refused/v1.json',
      labels: {},
      annotations: {},
      reference: {
        group: 'eventing.knative.dev',
        kind: 'Broker',
        namespace: 'payments',
        name: 'payments',
      },
      attributes: expect.arrayContaining([
        {
          name: 'source',
          value: 'https://checkout.example.com',
          required: true,
        },
      ]),
      consumedBy: ['case-desk', 'ledger', 'orders', 'receipt-mailer'],
      consumers: expect.any(Array),
      origin: 'declared',
      readiness: {
        status: 'True',
        since: '2026-01-12T08:20:00Z',
        stale: false,
      },
    });
  });

  it('is empty in a namespace that does not exist', async () => {
    const query = '?namespace=nowhere';
    const answer = await service.getMesh(cluster.readerToken, query);

    const { eventTypes, brokers, triggers, sources, findings } = summaryOf(
      answer.mesh(),
    );
    expect({ eventTypes, brokers, triggers, sources }).toEqual({
      eventTypes: {},
      brokers: {},
      triggers: {},
      sources: {},
    });
    expect(findings).toEqual([]);
  });

  it('has the same bytes as long as nothing changes, and then gets 304', async () => {
    const [first, second] = [await ask(), await ask()];
    expect(second.text).toBe(first.text);

    const etag = String(first.headers.etag);
    const third = await ask({ 'if-none-match': etag });
    expect([third.status, third.text]).toEqual([304, '']);
  });

  it.each([
    ['get', '/api/v1/namespaces/payments/secrets/database'],
    ['list', '/api/v1/namespaces/payments/secrets'],
    ['list', '/api/v1/secrets'],
  ])('does not come with the right to %s %s', async (verb, path) => {
    const token = cluster.readerToken;
    const { status, json } = await cluster.request(path, { token });

    expect(status).toBe(403);
    expect(json()).toMatchObject({
      message: expect.stringContaining(`cannot ${verb} resource "secrets"`),
    });
  });

  it.each(['triggers', 'brokers', 'eventtypes'])(
    'does not come with the right to delete %s',
    async plural => {
      const version = plural === 'eventtypes' ? 'v1beta2' : 'v1';
      const path = `/apis/eventing.knative.dev/${version}/namespaces/payments/${plural}`;
      const { status } = await cluster.request(path, {
        method: 'DELETE',
        token: cluster.readerToken,
      });

      expect(status).toBe(403);
    },
  );

  it('leaves no token in the log', () => {
    expect(service.logged()).toContain('/v1/getEventMesh');
    expect(service.logged()).not.toContain(cluster.readerToken);
  });
});
