import { setTimeout as sleep } from 'node:timers/promises';
import { describeOwnServer, startDemoCluster, type DemoCluster } from 'testbed';
import {
  startServiceFor,
  type MeshAnswer,
  type TestService,
} from './support/startService';

describeOwnServer('an API server that is stopped and started again', () => {
  let cluster: DemoCluster;
  let service: TestService;
  let before: MeshAnswer;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    service = await startServiceFor(cluster, { deadlineSeconds: 5 });
    before = await service.getMesh(cluster.readerToken);
    await cluster.halt();
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  it('503 with Retry-After while it is stopped', async () => {
    const answer = await service.getMesh(cluster.readerToken);

    expect(before.status).toBe(200);
    expect(answer.status).toBe(503);
    expect(answer.error().code).toBe('unavailable');
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
  });

  it('/readyz says so, /livez does not care', async () => {
    const readyz = await service.get('/readyz');

    expect(readyz.status).toBe(503);
    expect(JSON.parse(readyz.text)).toEqual({
      status: 'not ready',
      reason: expect.stringContaining('No TLS connection to the API server'),
    });
    expect((await service.get('/livez')).status).toBe(200);
  });

  it('the same bytes when it is back, and never other ones', async () => {
    const answers: MeshAnswer[] = [];
    const poll = async (until: Promise<void>) => {
      let isBack = false;
      void until.finally(() => {
        isBack = true;
      });
      while (!isBack) {
        answers.push(await service.getMesh(cluster.readerToken));
        await sleep(20);
      }
    };
    const restarted = cluster.restart();
    await Promise.all([restarted, poll(restarted)]);
    const after = await service.getMesh(cluster.readerToken);

    expect([after.status, after.text]).toEqual([200, before.text]);
    // As it starts up it says of installed kinds that they are not there (424),
    // and of rights that nobody has them (403): only the latter shows.
    for (const { status, text } of answers) {
      expect(status === 200 ? text : before.text).toBe(before.text);
      expect([200, 401, 403, 503, 504]).toContain(status);
    }
    expect((await service.get('/readyz')).status).toBe(200);
  });
});
