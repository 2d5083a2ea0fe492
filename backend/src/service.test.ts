import { setTimeout } from 'node:timers/promises';
import { broker } from './__testUtils__/objects';
import { startTestMesh } from './__testUtils__/startTestMesh';
import { startService } from './service';

describe('startService', () => {
  const config = {
    host: '127.0.0.1',
    port: 0,
    kubernetes: { url: 'https://127.0.0.1:1', caFile: 'no-such-file' },
    deadlineSeconds: 1,
    logLevel: 'silent',
  } as const;

  it('says what to write when the CA file cannot be read', async () => {
    await expect(startService(config)).rejects.toThrow(
      /^KUBERNETES_CA_FILE cannot be read .*no-such-file.*Write the path/,
    );
  });

  it('says what to write when the CA file is something else', async () => {
    const kubernetes = { ...config.kubernetes, caFile: __filename };
    const start = startService({ ...config, kubernetes });
    await expect(start).rejects.toThrow(/^KUBERNETES_CA_FILE names .*no cert/);
  });

  it('says that the port is taken', async () => {
    const mesh = await startTestMesh({ objects: [] });
    const port = Number(new URL(mesh.url).port);
    const start = startService({
      ...config,
      port,
      kubernetes: mesh.kubernetes,
    });
    await expect(start).rejects.toThrow(/EADDRINUSE/);
    await mesh.close();
  });

  it('lets a request in progress finish when it ends', async () => {
    const mesh = await startTestMesh({ objects: [broker('shop/default')] });
    mesh.cluster.inject({ match: /brokers/, latencyMs: 300 });
    const answer = mesh.getMesh();
    await setTimeout(100);
    const closed = mesh.close();
    expect((await answer).body.brokers).toHaveLength(1);
    await closed;
    expect(mesh.logged()).toMatch(/has ended/);
  });
});
