import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { InputError } from '@backstage/errors';
import { errorCode } from './errorCode';
import type { ConnectionConfig } from './types';

const CERTIFICATE =
  /-----BEGIN CERTIFICATE-----[\sA-Za-z0-9+/=]+-----END CERTIFICATE-----/g;

/**
 * The certificate authorities as they are now, as PEM text; undefined when those
 * of Node.js apply. A file is read anew, as authorities are rotated too.
 *
 * @throws InputError that says what to do
 */
export function currentCertificates({
  configKey,
  caFile,
  caData,
}: Pick<ConnectionConfig, 'configKey' | 'caFile' | 'caData'>):
  | string
  | undefined {
  if (caFile === undefined) {
    return caData;
  }
  const key = `${configKey}.caFile`;
  let content: string;
  try {
    content = readFileSync(caFile, 'utf8');
  } catch (error) {
    throw new InputError(
      `${key} names ${caFile}, which cannot be read (${errorCode(
        error,
      )}). Set it to the path of a PEM file with the certificate authority of the service`,
    );
  }
  return checkCertificates(content, `The file ${caFile} of ${key}`);
}

/** PEM text, itself or in base64 as kubeconfig files have it. */
export function readCertificates(given: string, key: string): string {
  return checkCertificates(
    given.includes('-----BEGIN')
      ? given
      : Buffer.from(given, 'base64').toString('utf8'),
    key,
  );
}

// Node.js ignores what it cannot read here, and then trusts nobody: the message
// would be about the certificate of the service.
function checkCertificates(pem: string, where: string): string {
  const certificates = pem.match(CERTIFICATE) ?? [];
  if (certificates.length === 0 || !certificates.every(isCertificate)) {
    throw new InputError(
      `${where} holds no certificate, or one that cannot be read. It must hold the certificate authority of the service in PEM format`,
    );
  }
  return pem;
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).raw.length > 0;
  } catch {
    return false;
  }
}
