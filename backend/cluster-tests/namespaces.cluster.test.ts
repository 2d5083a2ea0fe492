import {
  bindReaderIn,
  describeOwnServer,
  mintReaderToken,
  startDemoCluster,
  type DemoCluster,
} from 'testbed';
import { allRights, tokenWith } from './support/access';
import { startServiceFor, type TestService } from './support/startService';

const owners = [{ name: 'fraud', owner: 'group:default/fraud-team' }];

describeOwnServer('the owners that Namespaces name', () => {
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

  it.each(['', '?namespace=fraud', '?namespace=fraud&namespace=gone'])(
    'are read with the rights of reader.yaml: "%s"',
    async query => {
      const mesh = (await service.getMesh(cluster.readerToken, query)).mesh();

      expect(mesh.namespaces).toEqual(owners);
    },
  );

  it('are of no concern to a token that may not read them', async () => {
    const token = await tokenWith(cluster, 'no-namespaces', allRights);
    const mesh = (await service.getMesh(token)).mesh();

    expect(mesh).not.toHaveProperty('namespaces');
    expect(mesh.omitted).toEqual([]);
  });

  it('are read with the rights of reader-namespaced.yaml', async () => {
    const binding =
      '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings/eventmesh-reader';
    await cluster.ask(binding, { method: 'DELETE' });
    await cluster.ask(`${binding}-eventing`, { method: 'DELETE' });
    await bindReaderIn(cluster, 'fraud');
    const token = await mintReaderToken(cluster);
    const mesh = (await service.getMesh(token, '?namespace=fraud')).mesh();

    expect(mesh.namespaces).toEqual(owners);
  });
});
