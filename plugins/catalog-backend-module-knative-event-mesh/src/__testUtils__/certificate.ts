import { generate } from 'selfsigned';

/** A certificate for localhost that is its own authority, as PEM texts. */
export async function certificate(): Promise<{ pem: string; key: string }> {
  const { cert, private: key } = await generate(
    [{ name: 'commonName', value: 'eventmesh-backend' }],
    {
      keyType: 'ec',
      algorithm: 'sha256',
      extensions: [
        { name: 'basicConstraints', cA: true, critical: true },
        { name: 'keyUsage', digitalSignature: true, keyCertSign: true },
        { name: 'extKeyUsage', serverAuth: true },
        {
          name: 'subjectAltName',
          altNames: [{ type: 2, value: 'localhost' }],
        },
      ],
    },
  );
  return { pem: cert, key };
}
