import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { createCertificate, waitFor } from 'demo';
import { Agent, request } from 'undici';
import { startService, type Service } from './service';

type Certificate = Awaited<ReturnType<typeof createCertificate>>;

describe('HTTPS', () => {
  let folder: string;
  let service: Service;
  let first: Certificate;
  let second: Certificate;
  const lines: string[] = [];
  const file = (name: string) => join(folder, name);

  beforeAll(async () => {
    [first, second] = await Promise.all([
      createCertificate(),
      createCertificate(),
    ]);
    folder = await mkdtemp(join(tmpdir(), 'eventmesh-backend-tls-'));
    await writeFile(file('tls.crt'), first.certificate);
    await writeFile(file('tls.key'), first.key);
    service = await startService(
      {
        host: '127.0.0.1',
        port: 0,
        tls: { certificateFile: file('tls.crt'), keyFile: file('tls.key') },
        kubernetes: { url: 'https://127.0.0.1:1', caFile: file('tls.crt') },
        deadlineSeconds: 1,
        logLevel: 'info',
      },
      {
        logDestination: { write: line => lines.push(line) },
        certificateCheckMs: 20,
      },
    );
  });
  afterAll(async () => {
    await service?.close();
    await rm(folder, { recursive: true });
  });

  /** Status of an answer on a new connection, or undefined if it is not trusted. */
  const statusWith = async ({ certificate }: Certificate) => {
    const dispatcher = new Agent({ connect: { ca: certificate } });
    try {
      const answer = await request(`${service.url}/livez`, { dispatcher });
      await answer.body.dump();
      return answer.statusCode;
    } catch {
      return undefined;
    } finally {
      await dispatcher.destroy();
    }
  };

  it('answers with the certificate of the files', async () => {
    expect(service.url).toMatch(/^https:/);
    expect(await statusWith(first)).toBe(200);
    expect(await statusWith(second)).toBeUndefined();
  });

  it.each([
    ['TLSv1.1', 'error'],
    ['TLSv1.2', 'secureConnect'],
    ['TLSv1.3', 'secureConnect'],
  ] as const)('meets a client of %s with %s', async (version, outcome) => {
    const socket = connect({
      host: '127.0.0.1',
      port: Number(new URL(service.url).port),
      ca: first.certificate,
      minVersion: version,
      maxVersion: version,
      // Else OpenSSL itself refuses what is older, without asking.
      ciphers: 'DEFAULT:@SECLEVEL=0',
    });
    const event = await Promise.race([
      once(socket, 'secureConnect').then(() => 'secureConnect'),
      new Promise(resolve => socket.on('error', () => resolve('error'))),
    ]);
    socket.destroy();
    expect(event).toBe(outcome);
  });

  it('keeps its certificate until both files are replaced', async () => {
    await writeFile(file('tls.crt'), second.certificate);
    await waitFor({
      what: 'the complaint',
      ask: async () =>
        lines.some(line => /are not a cert/.test(line)) || undefined,
      deadlineMilliseconds: 10_000,
    });
    expect(await statusWith(first)).toBe(200);

    await writeFile(file('tls.key'), second.key);
    await waitFor({
      what: 'the new certificate',
      ask: () => statusWith(second),
      deadlineMilliseconds: 10_000,
    });
    expect(await statusWith(first)).toBeUndefined();
    expect(lines.filter(line => /are not a cert/.test(line))).toHaveLength(1);
    expect(lines.join('')).not.toContain('PRIVATE');
  });

  it('does not start without its files', async () => {
    const start = startService({
      port: 0,
      host: '127.0.0.1',
      tls: { certificateFile: file('gone'), keyFile: file('tls.key') },
      kubernetes: { url: 'https://127.0.0.1:1', caFile: file('tls.crt') },
      deadlineSeconds: 1,
      logLevel: 'silent',
    });
    await expect(start).rejects.toThrow(/^TLS_CERTIFICATE_FILE cannot be read/);
  });
});
