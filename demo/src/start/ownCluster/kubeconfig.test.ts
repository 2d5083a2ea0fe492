import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { openKubeconfig } from './kubeconfig';

describe('openKubeconfig', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    file = join(folder, 'config');
    await writeFile(join(folder, 'ca.crt'), 'PEM of a file');
  });

  afterEach(() => rm(folder, { recursive: true }));

  /** A kubeconfig with one cluster, in the contexts `here` and `there`. */
  async function write(cluster: object, currentContext = 'here') {
    const contexts = ['here', 'there'].map(name => ({
      name,
      context: { cluster: 'cluster', user: 'user' },
    }));
    const lost = { cluster: 'cluster', user: 'nobody' };
    await writeFile(
      file,
      stringify({
        'current-context': currentContext,
        contexts: [...contexts, { name: 'lost', context: lost }],
        clusters: [
          {
            name: 'cluster',
            cluster: { server: 'https://k8s.example.com:6443/', ...cluster },
          },
        ],
        users: [{ name: 'user', user: { token: 'secret-of-the-file' } }],
      }),
    );
  }

  it('opens the current context, or the one that is named', async () => {
    const data = Buffer.from('PEM of the data').toString('base64');
    await write({ 'certificate-authority-data': data });

    expect(openKubeconfig(file)).toMatchObject({
      context: 'here',
      url: 'https://k8s.example.com:6443',
      caCertificate: 'PEM of the data',
    });
    expect(openKubeconfig(file, 'there').context).toBe('there');
  });

  it('finds the authority beside the file, and trusts the public ones without any', async () => {
    await write({ 'certificate-authority': 'ca.crt' });
    expect(openKubeconfig(file).caCertificate).toBe('PEM of a file');

    await write({});
    expect(openKubeconfig(file).caCertificate).toContain('BEGIN CERTIFICATE');
  });

  it.each([
    [{ 'insecure-skip-tls-verify': true }, /insecure-skip-tls-verify/],
    [{ server: 'http://k8s.example.com' }, /plain HTTP/],
    [{ 'tls-server-name': 'other' }, /tls-server-name/],
    [{ 'proxy-url': 'http://proxy.example.com' }, /proxy-url/],
  ])('refuses a cluster with %j', async (cluster, message) => {
    await write(cluster);

    expect(() => openKubeconfig(file)).toThrow(message);
  });

  it.each([
    ['everywhere', /no context 'everywhere'.*: here, there, lost/],
    ['lost', /names a user that the file does not have/],
  ])('says that context %s leads nowhere', async (context, message) => {
    await write({});

    expect(() => openKubeconfig(file, context)).toThrow(message);
  });

  it('says what is wrong with the file', async () => {
    await write({}, '');
    expect(() => openKubeconfig(file)).toThrow(/no current context.*--context/);
    expect(() => openKubeconfig(join(folder, 'missing'))).toThrow(
      /missing cannot be read as a kubeconfig: ENOENT/,
    );
  });
});
