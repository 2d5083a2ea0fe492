import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readKubeconfig } from './kubeconfig';

const base64 = (text: string) => Buffer.from(text).toString('base64');

describe('readKubeconfig', () => {
  let folder: string;
  let file: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kubeconfig-'));
    file = join(folder, 'config');
  });

  afterEach(() => rm(folder, { recursive: true }));

  const write = (cluster: object, user: object) =>
    writeFile(
      file,
      stringify({
        'current-context': 'here',
        contexts: [
          { name: 'there', context: { cluster: 'other', user: 'other' } },
          { name: 'here', context: { cluster: 'own', user: 'admin' } },
        ],
        clusters: [{ name: 'own', cluster }],
        users: [{ name: 'admin', user }],
      }),
    );

  it('reads a token, and an authority inside of the file', async () => {
    await write(
      {
        server: 'https://127.0.0.1:6443/',
        'certificate-authority-data': base64('authority'),
      },
      { token: 'secret' },
    );

    expect(await readKubeconfig(file)).toEqual({
      url: 'https://127.0.0.1:6443',
      caCertificate: 'authority',
      token: 'secret',
    });
  });

  it('reads a client certificate, and an authority beside the file', async () => {
    await writeFile(join(folder, 'ca.crt'), 'authority');
    await write(
      {
        server: 'https://127.0.0.1:6443',
        'certificate-authority': 'ca.crt',
      },
      {
        'client-certificate-data': base64('certificate'),
        'client-key-data': base64('key'),
      },
    );

    expect(await readKubeconfig(file)).toEqual({
      url: 'https://127.0.0.1:6443',
      caCertificate: 'authority',
      clientCertificate: { certificate: 'certificate', key: 'key' },
    });
  });

  it('says that it cannot prove who asks', async () => {
    await write(
      { server: 'https://x', 'certificate-authority-data': base64('a') },
      { exec: { command: 'login' } },
    );

    await expect(readKubeconfig(file)).rejects.toThrow(
      'has neither a token nor a client certificate',
    );
  });

  it('says that it does not know whom to trust', async () => {
    await write({ server: 'https://x' }, { token: 'secret' });

    await expect(readKubeconfig(file)).rejects.toThrow(
      'names no server with a certificate authority',
    );
  });

  it('says that an entry is missing', async () => {
    await writeFile(file, stringify({ 'current-context': 'gone' }));

    await expect(readKubeconfig(file)).rejects.toThrow(
      'no entry gone in contexts',
    );
  });
});
