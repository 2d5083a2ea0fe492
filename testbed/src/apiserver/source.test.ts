import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sourceOfEnvironment } from './source';

describe('sourceOfEnvironment', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'assets-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function addExecutable(name: string) {
    await writeFile(join(folder, name), '');
    await chmod(join(folder, name), 0o755);
  }

  it('leaves the choice to us by default', async () => {
    expect(await sourceOfEnvironment({})).toBeUndefined();
  });

  it('takes the executables of KUBEBUILDER_ASSETS', async () => {
    await addExecutable('kube-apiserver');
    await addExecutable('etcd');

    expect(await sourceOfEnvironment({ KUBEBUILDER_ASSETS: folder })).toEqual({
      kind: 'executables',
      kubeApiserver: join(folder, 'kube-apiserver'),
      etcd: join(folder, 'etcd'),
    });
  });

  it('names the executable that is missing there', async () => {
    await addExecutable('kube-apiserver');

    await expect(
      sourceOfEnvironment({ KUBEBUILDER_ASSETS: folder }),
    ).rejects.toThrow(`${join(folder, 'etcd')} cannot be run`);
  });

  it('prefers a cluster that already runs', async () => {
    const environment = {
      KUBECONFIG_UNDER_TEST: '/kubeconfig',
      KUBEBUILDER_ASSETS: folder,
    };

    expect(await sourceOfEnvironment(environment)).toEqual({
      kind: 'kubeconfig',
      kubeconfig: '/kubeconfig',
    });
  });
});
