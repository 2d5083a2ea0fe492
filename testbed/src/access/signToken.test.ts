import { createPublicKey, createVerify } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeServiceAccountKeys } from '../apiserver/dataDirectory';
import { expiredToken } from './signToken';

describe('expiredToken', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'sign-token-'));
    await writeServiceAccountKeys(directory);
  });

  afterEach(() => rm(directory, { recursive: true }));

  it('was good once, for this account, signed by this server', async () => {
    const account = { namespace: 'payments', name: 'reader', uid: '4711' };

    const token = await expiredToken({ directory }, account);

    const [header, payload, signature] = token.split('.');
    const publicKey = createPublicKey(
      await readFile(join(directory, 'service-account.pub')),
    );
    const isSigned = createVerify('RSA-SHA256')
      .update(`${header}.${payload}`)
      .verify(publicKey, signature, 'base64url');
    expect(isSigned).toBe(true);

    const claims = JSON.parse(
      Buffer.from(payload, 'base64url').toString(),
    ) as Record<string, unknown>;
    const now = Date.now() / 1_000;
    expect(claims).toMatchObject({
      sub: 'system:serviceaccount:payments:reader',
      'kubernetes.io': {
        namespace: 'payments',
        serviceaccount: { name: 'reader', uid: '4711' },
      },
    });
    expect(claims.nbf).toBeLessThan(claims.exp as number);
    expect(claims.exp).toBeLessThan(now);
  });
});
