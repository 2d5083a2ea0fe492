import { generate } from 'selfsigned';

/** Makes a certificate for localhost that is its own authority. */
export async function createCertificate(): Promise<{
  key: string;
  certificate: string;
}> {
  const pem = await generate(
    [{ name: 'commonName', value: 'embedded-cluster' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
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
  return { key: pem.private, certificate: pem.cert };
}
