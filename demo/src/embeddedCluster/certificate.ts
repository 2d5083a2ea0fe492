import { generate } from 'selfsigned';

/** What an HTTPS server needs, and what its clients need to trust it. */
export interface ServerCertificate {
  key: string;
  certificate: string;
  caCertificate: string;
}

/** Makes a certificate authority and, signed by it, a certificate for localhost. */
export async function createServerCertificate(): Promise<ServerCertificate> {
  const authority = await generate(
    [{ name: 'commonName', value: 'embedded-cluster-ca' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      ],
    },
  );
  const server = await generate(
    [{ name: 'commonName', value: 'embedded-cluster' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      ca: { key: authority.private, cert: authority.cert },
      extensions: [
        { name: 'basicConstraints', cA: false, critical: true },
        { name: 'keyUsage', digitalSignature: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [
            { type: 2, value: 'localhost' },
            { type: 7, ip: '127.0.0.1' },
          ],
        },
      ],
    },
  );
  return {
    key: server.private,
    certificate: server.cert,
    caCertificate: authority.cert,
  };
}
