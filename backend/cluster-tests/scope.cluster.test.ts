import {
  bindReaderIn,
  createNamespace,
  describeOwnServer,
  installKnative,
  loadDemoMesh,
  mintReaderToken,
  startKubeApiserver,
  type KubeApiserver,
} from 'testbed';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import { startServiceFor, type TestService } from './support/startService';
import { forbiddenParts, summaryOf } from './support/summary';

describeOwnServer('the shipped rights of one namespace', () => {
  let cluster: KubeApiserver;
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    cluster = await startKubeApiserver();
    await createNamespace(cluster, 'knative-eventing');
    await installKnative(cluster);
    await loadDemoMesh(cluster);
    await bindReaderIn(cluster, 'payments');
    token = await mintReaderToken(cluster);
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  it('give that namespace', async () => {
    const mesh = (await service.getMesh(token, '?namespace=payments')).mesh();
    const { eventTypes, brokers, triggers } = summaryOf(mesh);

    expect(Object.keys(eventTypes)).toEqual(
      Object.keys(expectedDemoMesh.eventTypes).filter(isInPayments),
    );
    expect(Object.keys(brokers)).toEqual([
      'payments/ledger',
      'payments/payments',
    ]);
    expect(triggers).toEqual({
      ...Object.fromEntries(
        Object.entries(expectedDemoMesh.triggers).filter(([key]) =>
          isInPayments(key),
        ),
      ),
      // Their subscribers are in a namespace that the token may not list.
      'payments/dispute-intake': 'Service fraud/case-desk: yes, no id',
      'payments/foreign-refunds': 'Service fraud/case-desk: yes, no id',
      'payments/fraud-scoring':
        'Service.serving.knative.dev fraud/fraud-scorer: yes, no id',
    });
    expect(forbiddenParts(mesh)).toEqual([
      'Service in fraud',
      'Service.serving.knative.dev in fraud',
    ]);
  });

  it('leave out another namespace whole, and say so', async () => {
    const query = '?namespace=payments&namespace=fraud';
    const mesh = (await service.getMesh(token, query)).mesh();

    expect(Object.keys(summaryOf(mesh).brokers)).toEqual([
      'payments/ledger',
      'payments/payments',
    ]);
    expect(forbiddenParts(mesh)).toEqual([
      'Service in fraud',
      'Service.serving.knative.dev in fraud',
      'in fraud',
    ]);
  });

  it('are not enough for another namespace alone', async () => {
    const answer = await service.getMesh(token, '?namespace=fraud');

    expect(answer.status).toBe(403);
    expect(answer.error().error).toMatch(/in namespace fraud\. Add to a Role/);
  });

  it('are not enough for all namespaces', async () => {
    expect((await service.getMesh(token)).status).toBe(403);
  });

  it('do not give Secrets', async () => {
    const path = '/api/v1/namespaces/payments/secrets';

    expect((await cluster.request(path, { token })).status).toBe(403);
  });

  it('can be given in a second namespace', async () => {
    await bindReaderIn(cluster, 'fraud');
    const query = '?namespace=payments&namespace=fraud';
    const mesh = (await service.getMesh(token, query)).mesh();

    expect(summaryOf(mesh)).toEqual(expectedDemoMesh);
    expect(forbiddenParts(mesh)).toEqual([]);
  });
});

function isInPayments(key: string): boolean {
  return key.startsWith('payments/');
}
