import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from 'demo';
import {
  startDemoMesh,
  tokens,
  type DemoMesh,
} from '../src/__testUtils__/demoMesh';
import {
  expectedRelations,
  fewerRelations,
} from '../src/__testUtils__/expectedRelations';
import { startMeshFront, type MeshFront } from '../src/__testUtils__/meshFront';
import {
  startPortalProcess,
  type PortalProcess,
} from '../src/__testUtils__/portalProcess';
import { describeOnPostgres } from './describeOnPostgres';

const secondsBetweenPolls = 2;

/** One backend, and the front through which only it asks the service. */
interface Replica {
  name: string;
  front: MeshFront;
  portal: PortalProcess;
}

describeOnPostgres('two backends on one database', database => {
  let mesh: DemoMesh;
  let replicas: Replica[] = [];

  async function startReplica(name: string): Promise<Replica> {
    const front = await startMeshFront(mesh.service.url);
    const portal = await startPortalProcess({
      name,
      folder: mesh.folder,
      serviceUrl: front.url,
      meshToken: tokens.reader,
      database,
      secondsBetweenPolls,
      secondsOfPoll: 8,
    });
    return { name, front, portal };
  }

  async function stopReplica({ portal, front }: Replica) {
    await portal.stop();
    await front.close();
  }

  beforeAll(async () => {
    mesh = await startDemoMesh();
    // One after the other: a rollout starts the second when the first is ready,
    // and two at once would both create the tables.
    replicas.push(await startReplica('first'));
    replicas.push(await startReplica('second'));
  }, 120_000);

  afterAll(async () => {
    await Promise.all(replicas.map(stopReplica));
    await mesh?.stop();
  });

  const requests = () => replicas.flatMap(({ front }) => front.requests);

  /** The replica that is in the middle of a poll, when one is. */
  const untilPolling = () =>
    waitFor({
      what: 'A poll',
      ask: async () =>
        replicas.find(({ front }) =>
          front.requests.some(({ endedAt }) => endedAt === undefined),
        ),
      deadlineMilliseconds: 30_000,
      intervalMilliseconds: 20,
    });

  async function expectOnePollPerInterval(seconds: number) {
    const begin = Date.now();
    await sleep(seconds * 1_000);
    const polls = requests()
      .filter(({ startedAt }) => startedAt >= begin)
      .sort((a, b) => a.startedAt - b.startedAt);

    // A backend looks once per interval whether a poll is due, so that one may
    // come up to an interval late.
    const intervals = seconds / secondsBetweenPolls;
    expect(polls.length).toBeLessThanOrEqual(intervals + 1);
    expect(polls.length).toBeGreaterThanOrEqual(Math.floor(intervals / 2));
    polls.slice(1).forEach(({ startedAt }, index) => {
      expect(polls[index].endedAt).toBeLessThanOrEqual(startedAt);
    });
  }

  it('hold the same catalog, which stays as it is, with one poll per interval in total', async () => {
    const [first, second] = replicas;
    expect(await first.portal.relationsAwaiting(expectedRelations)).toEqual(
      expectedRelations,
    );
    const before = await first.portal.settledContents();
    expect(await second.portal.contents()).toEqual(before);

    await expectOnePollPerInterval(16);

    expect(await first.portal.contents()).toEqual(before);
    expect(await second.portal.contents()).toEqual(before);
  });

  it('lose nothing when one is killed in the middle of a poll', async () => {
    const before = await replicas[0].portal.settledContents();
    let release = () => {};
    const released = new Promise<void>(resolve => {
      release = resolve;
    });
    for (const { front } of replicas) {
      front.mode = { kind: 'hold', until: released };
    }
    // The poll that dies is the first one that would bring this.
    const bringBack = await mesh.withoutSuspiciousPayments();

    const victim = await untilPolling();
    const survivor = replicas.find(replica => replica !== victim)!;
    await victim.portal.kill();
    release();
    for (const { front } of replicas) {
      front.mode = { kind: 'pass' };
    }
    survivor.front.requests.length = 0;
    expect(await survivor.portal.contents()).toEqual(before);

    // The scheduler looks once a minute for polls that nobody ends.
    await waitFor({
      what: 'A poll of the other',
      ask: async () => survivor.front.requests.length > 0 || undefined,
      deadlineMilliseconds: 90_000,
    });
    expect(await survivor.portal.relationsAwaiting(fewerRelations)).toEqual(
      fewerRelations,
    );
    await bringBack();
    await survivor.portal.poll();
    expect(await survivor.portal.relationsAwaiting(expectedRelations)).toEqual(
      expectedRelations,
    );
    expect(await survivor.portal.settledContents()).toEqual(before);

    await stopReplica(victim);
    replicas = [survivor, await startReplica('third')];
    await expectOnePollPerInterval(8);
    expect(await replicas[1].portal.contents()).toEqual(before);
  }, 180_000);

  it('never fought over an entity', async () => {
    for (const { name, portal } of replicas) {
      const log = await portal.log();
      expect(`${name}: ${log}`).toContain('Read ');
      expect(log).not.toMatch(/conflicting entityRef/);
    }
  });
});
