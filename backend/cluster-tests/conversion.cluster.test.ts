import {
  bindReader,
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
import { summaryOf } from './support/summary';

describeOwnServer('a dead webhook that converts event types', () => {
  let cluster: KubeApiserver;
  let service: TestService;

  beforeAll(async () => {
    cluster = await startKubeApiserver();
    await createNamespace(cluster, 'knative-eventing');
    await installKnative(cluster, { keepConversion: true });
    await loadDemoMesh(cluster);
    await bindReader(cluster);
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  it('breaks the version that discovery prefers', async () => {
    const path = '/apis/eventing.knative.dev/v1beta3/eventtypes';

    expect((await cluster.request(path)).status).toBeGreaterThanOrEqual(429);
  });

  it('does not matter, because the stored version is read', async () => {
    const answer = await service.getMesh(await mintReaderToken(cluster));

    expect(summaryOf(answer.mesh())).toEqual(expectedDemoMesh);
  });
});
