import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  readAuthority,
  serviceAccountKeyFile,
  writeServiceAccountKeys,
  writeTokens,
} from './dataDirectory';

describe('the data directory', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'data-directory-'));
  });

  afterEach(() => rm(directory, { recursive: true }));

  const read = (file: string) => readFile(join(directory, file), 'utf8');

  it('has a pair of keys, which stays', async () => {
    await writeServiceAccountKeys(directory);
    const key = await readFile(serviceAccountKeyFile(directory), 'utf8');
    await writeServiceAccountKeys(directory);

    const publicKey = createPublicKey(createPrivateKey(key));
    expect(await read('service-account.pub')).toBe(
      publicKey.export({ type: 'spki', format: 'pem' }),
    );
    expect(await readFile(serviceAccountKeyFile(directory), 'utf8')).toBe(key);
  });

  it('has tokens, of which that of the administrator stays', async () => {
    const admin = await writeTokens(directory, ['secret,reader,reader']);

    expect(await read('tokens.csv')).toBe(
      `${admin},admin,admin,"system:masters"\nsecret,reader,reader\n`,
    );
    expect(await writeTokens(directory, [])).toBe(admin);
  });

  it('has an authority as soon as the server has written it', async () => {
    const certificate = (text: string) =>
      `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;

    expect(await readAuthority(directory)).toBeUndefined();
    await writeFile(join(directory, 'apiserver.crt'), certificate('own'));
    expect(await readAuthority(directory)).toBeUndefined();
    await writeFile(
      join(directory, 'apiserver.crt'),
      certificate('own') + certificate('authority'),
    );
    expect(await readAuthority(directory)).toBe(certificate('authority'));
  });
});
