import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/*
 * What our Go program does for itself, for the executables of KUBEBUILDER_ASSETS.
 */

/** The key that the tokens of ServiceAccounts are signed with. */
export function serviceAccountKeyFile(directory: string): string {
  return join(directory, 'service-account.key');
}

/** Makes the pair of keys for ServiceAccounts, unless it is there. */
export async function writeServiceAccountKeys(
  directory: string,
): Promise<void> {
  const keyFile = serviceAccountKeyFile(directory);
  if (existsSync(keyFile)) {
    return;
  }
  const { privateKey, publicKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    publicKeyEncoding: { type: 'spki', format: 'pem' },
  });
  await writeFile(join(directory, 'service-account.pub'), publicKey);
  await writeFile(keyFile, privateKey, { mode: 0o600 });
}

/**
 * Writes the static tokens, an administrator's first, and returns that one. It
 * stays the same for as long as the directory is there.
 */
export async function writeTokens(
  directory: string,
  lines: string[],
): Promise<string> {
  const file = join(directory, 'tokens.csv');
  const adminToken = existsSync(file)
    ? (await readFile(file, 'utf8')).split(',')[0]
    : randomBytes(20).toString('hex');
  const admin = `${adminToken},admin,admin,"system:masters"`;
  await writeFile(file, `${[admin, ...lines].join('\n')}\n`, { mode: 0o600 });
  return adminToken;
}

/**
 * The certificate of the authority that the server has signed its own with,
 * which it writes behind its own; undefined until it has.
 */
export async function readAuthority(
  directory: string,
): Promise<string | undefined> {
  const file = join(directory, 'apiserver.crt');
  const text = existsSync(file) ? await readFile(file, 'utf8') : '';
  const certificates = text.match(
    /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----\n/g,
  );
  return certificates?.[1];
}
