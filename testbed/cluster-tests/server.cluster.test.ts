import {
  describeOwnServer,
  startKubeApiserver,
  type KubeApiserver,
} from '../src';

describeOwnServer('a server of our own', () => {
  let server: KubeApiserver;

  beforeAll(async () => {
    server = await startKubeApiserver({
      tokens: ['reader-token,reader,reader'],
    });
  });

  afterAll(() => server.stop());

  it('is a Kubernetes API server on loopback', async () => {
    expect(server.url).toMatch(/^https:\/\/127\.0\.0\.1:\d+$/);
    expect(await server.ask('/version')).toMatchObject({
      major: '1',
      gitVersion: expect.stringMatching(/^v1\.\d+\.\d+/),
    });
  });

  it('knows its administrator, the given tokens, and nobody else', async () => {
    const namespaces = '/api/v1/namespaces';

    const asked = await Promise.all([
      server.request(namespaces),
      server.request(namespaces, { token: server.adminToken }),
      server.request(namespaces, { token: 'reader-token' }),
      server.request(namespaces, { token: 'garbage' }),
    ]);

    expect(asked.map(({ status }) => status)).toEqual([200, 200, 403, 401]);
  });

  it('is gone while it is halted, and the same after a restart', async () => {
    await server.ask('/api/v1/namespaces', {
      method: 'POST',
      body: {
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: 'stays' },
      },
    });

    await server.halt();
    await expect(server.request('/version')).rejects.toThrow('ECONNREFUSED');
    await server.restart();

    expect(await server.ask('/api/v1/namespaces/stays')).toMatchObject({
      metadata: { name: 'stays' },
    });
  });

  it('says why it cannot start', async () => {
    await expect(
      startKubeApiserver({ flags: ['--no-such-flag'] }),
    ).rejects.toThrow('unknown flag: --no-such-flag');
  });
});
