import { readFile } from 'node:fs/promises';
import type { Server } from 'node:https';
import type { SecureContextOptions } from 'node:tls';
import type { Logger } from 'pino';
import { ConfigError, type ServiceConfig } from '../config';

/** PEM files of the certificate of the service's own port. */
export type TlsFiles = NonNullable<ServiceConfig['tls']>;

/** @throws ConfigError if one of them cannot be read */
export async function readTlsFiles({
  certificateFile,
  keyFile,
}: TlsFiles): Promise<SecureContextOptions> {
  const [cert, key] = await Promise.all([
    readPem('TLS_CERTIFICATE_FILE', certificateFile),
    readPem('TLS_KEY_FILE', keyFile),
  ]);
  return { cert, key, minVersion: 'TLSv1.2' };
}

/**
 * Takes over a replaced certificate. It looks into the files, because Kubernetes
 * replaces those of a Secret in a way that watchers miss. Certificate and key that
 * do not fit one another, as between two writes, are looked at again later.
 *
 * @returns what ends it
 */
export function followTlsFiles(
  server: Server,
  files: TlsFiles,
  { log, everyMs }: { log: Logger; everyMs: number },
): () => void {
  let lastTaken: string | undefined;
  let isRefused = false;
  const look = async () => {
    try {
      const context = await readTlsFiles(files);
      const text = `${context.cert}${context.key}`;
      if (lastTaken !== undefined && text !== lastTaken) {
        server.setSecureContext(context);
        log.info('The certificate of this service was replaced');
      }
      lastTaken = text;
      isRefused = false;
    } catch {
      // Of which key and why is no concern of a log.
      if (!isRefused) {
        log.error(
          'TLS_CERTIFICATE_FILE and TLS_KEY_FILE are not a certificate and its key; the former ones are kept',
        );
      }
      isRefused = true;
    }
  };
  look();
  const timer = setInterval(look, everyMs).unref();
  return () => clearInterval(timer);
}

async function readPem(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new ConfigError(
      `${variable} cannot be read (${reason}). Write the path of a PEM file.`,
    );
  }
}
