import { rm, writeFile } from 'node:fs/promises';
import { broker } from './__testUtils__/objects';
import { startTestMesh, type TestMesh } from './__testUtils__/startTestMesh';

describe('the file with the authority of the API server', () => {
  let other: TestMesh;
  let mesh: TestMesh;

  beforeEach(async () => {
    other = await startTestMesh({ objects: [] });
    mesh = await startTestMesh({
      objects: [broker('shop/default')],
      caOf: other.cluster,
    });
  });
  afterEach(async () => {
    await mesh.close();
    await other.close();
  });

  const statuses = async () => [
    (await mesh.getMesh()).status,
    (await mesh.get('/readyz')).status,
  ];

  it('may be replaced while the service runs', async () => {
    expect(await statuses()).toEqual([503, 503]);
    await writeFile(mesh.kubernetes.caFile, mesh.cluster.caCertificate);
    expect(await statuses()).toEqual([200, 200]);
  });

  it('may be gone for a while: what was trusted is, but it is not ready', async () => {
    await writeFile(mesh.kubernetes.caFile, mesh.cluster.caCertificate);
    expect(await statuses()).toEqual([200, 200]);
    await rm(mesh.kubernetes.caFile);
    // Its connections are closed, so that new ones have to be made.
    mesh.cluster.inject({ match: /./, resetConnection: true, times: 20 });
    expect(await statuses()).toEqual([200, 503]);
    await writeFile(mesh.kubernetes.caFile, mesh.cluster.caCertificate);
    expect(await statuses()).toEqual([200, 200]);
  });
});
