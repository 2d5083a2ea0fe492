import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  describeOwnServer,
  startDemoCluster,
  type Cluster,
  type DemoCluster,
} from 'testbed';
import { tokenWith } from './support/access';
import { prepareAuditLog, type AuditLog } from './support/auditLog';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import { startServiceFor, type TestService } from './support/startService';
import { summaryOf } from './support/summary';

/** As many as the API server has time for at once. */
const slots = 3;

describeOwnServer('an API server that has no time', () => {
  let folder: string;
  let audit: AuditLog;
  let cluster: DemoCluster;
  let service: TestService;
  let crowdToken: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eventmesh-audit-'));
    audit = await prepareAuditLog(folder);
    cluster = await startDemoCluster({
      flags: [
        ...audit.flags,
        '--enable-priority-and-fairness=false',
        `--max-requests-inflight=${slots}`,
      ],
    });
    // Administrators are exempt from the limit.
    crowdToken = await tokenWith(cluster, 'crowd', [
      { group: '', resource: 'namespaces' },
    ]);
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
    await rm(folder, { recursive: true });
  });

  it('is asked again until it has', async () => {
    const released = occupy(cluster, crowdToken);
    await sleep(1_500);
    await audit.takeRequests();
    const answer = await service.getMesh(cluster.readerToken);
    await released;

    expect(summaryOf(answer.mesh())).toEqual(expectedDemoMesh);
    const requests = await audit.takeRequests();
    const first = requests.filter(path => path.startsWith('/readyz'));
    expect(first.length).toBeGreaterThan(1);
  });

  it('503 with Retry-After when it never has', async () => {
    let isOver = false;
    const crowd = Array.from({ length: 3 * slots }, async () => {
      while (!isOver) {
        await occupySlot(cluster, crowdToken);
      }
    });
    await sleep(200);
    const answer = await service.getMesh(cluster.readerToken);
    isOver = true;
    await Promise.all(crowd);

    expect(answer.status).toBe(503);
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.error()).toEqual({
      code: 'unavailable',
      error: expect.stringMatching(
        /^Kubernetes has too many requests to answer .+\. Try again\.$/,
      ),
    });
  });
});

/** Takes all of its time, for three seconds. */
async function occupy(cluster: Cluster, token: string): Promise<void> {
  await Promise.all(
    Array.from({ length: slots }, () => occupySlot(cluster, token)),
  );
}

/** Asks for what will be in the future, which is waited for. */
async function occupySlot(cluster: Cluster, token: string): Promise<void> {
  const path = '/api/v1/namespaces?resourceVersion=999999999';
  const { status } = await cluster.request(path, { token });
  if (status === 429) {
    await sleep(5);
  }
}
