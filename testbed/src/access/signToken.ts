import { createSign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { serviceAccountKeyFile } from '../apiserver/dataDirectory';
import type { ServiceAccount } from './serviceAccount';

const issuer = 'https://kubernetes.default.svc';
/** Long enough that a token which expires within the hour is valid already. */
const secondsOfLife = 7_200;

/** A token of a ServiceAccount that has expired an hour ago, else valid. */
export function expiredToken(
  server: { directory: string },
  account: ServiceAccount,
): Promise<string> {
  return signToken(server, account, new Date(Date.now() - 3_600_000));
}

/**
 * Signs a token of a ServiceAccount with the server's own key: for what
 * TokenRequest does not mint.
 */
export async function signToken(
  { directory }: { directory: string },
  { namespace, name, uid }: ServiceAccount,
  expires: Date,
): Promise<string> {
  const key = await readFile(serviceAccountKeyFile(directory));
  const exp = Math.floor(expires.getTime() / 1_000);
  const iat = exp - secondsOfLife;
  const claims = {
    iss: issuer,
    aud: [issuer],
    sub: `system:serviceaccount:${namespace}:${name}`,
    iat,
    nbf: iat,
    exp,
    'kubernetes.io': { namespace, serviceaccount: { name, uid } },
  };
  const content = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`;
  const signature = createSign('RSA-SHA256').update(content).sign(key);
  return `${content}.${signature.toString('base64url')}`;
}

function encode(part: unknown): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
