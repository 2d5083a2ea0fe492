import type { JsonObject } from '@backstage/types';
import { waitFor } from 'demo';
import type { SlowDatabase } from 'testbed/src/bench/provider/database/slowInserts';
import {
  startWriteLog,
  type WriteLog,
} from 'testbed/src/bench/provider/database/writeLog';
import {
  kubernetesIdOf,
  meshDocument,
  meshSize,
} from 'testbed/src/bench/provider/mesh/meshDocument';
import { writeAnswer } from 'testbed/src/bench/provider/meshServer';
import { changedTrigger } from './changedTrigger';
import {
  patienceMilliseconds,
  startScaleStage,
  type ScaleStage,
} from './scaleStage';

/** Where a large mesh is tested. */
interface ScaleTest {
  entities: number;
  replicas: number;
  /** Goes to `backend.database`. */
  database: JsonObject;
  /** The database of the catalog, for knex. */
  openDatabase: () => Parameters<typeof startWriteLog>[0];
  /** Makes the database slow, so that a first load can be stopped halfway. */
  slowDown?: () => Promise<SlowDatabase>;
}

const environment = 'system:default/knative-event-mesh-bench';
const stoppedPolls = 2;
const mostMillisecondsUnchanged = 2_500;
const entitiesPerPage = 1_000;
const pages = (count: number) =>
  Math.max(1, Math.ceil(count / entitiesPerPage));

/** Tests what polls of a large mesh read and write in a real catalog. */
// eslint-disable-next-line jest/no-export -- each database has a test file of its own
export function testScale({
  entities,
  replicas,
  database,
  openDatabase,
  slowDown,
}: ScaleTest) {
  const lastReplica = replicas - 1;
  const kubernetesIds = Array.from(
    { length: meshSize(entities).subscribers },
    (_, index) => kubernetesIdOf(index),
  ).filter(id => id !== undefined);
  // The environment, the Components of the ids, and those that select.
  const queriesOfCalm = 1 + pages(kubernetesIds.length) + 1;
  const queriesOfChange = queriesOfCalm + pages(entities);
  let stage: ScaleStage;
  let writes: WriteLog;

  beforeAll(async () => {
    stage = await startScaleStage({
      entities,
      replicas,
      database,
    });
  }, patienceMilliseconds);

  afterAll(async () => {
    await writes?.close();
    await stage?.stop();
  }, 60_000);

  /** What has been written when the catalog has nothing left to do, sorted. */
  async function writtenEntities(): Promise<string[]> {
    const refs = new Set<string>();
    await waitFor({
      what: 'A catalog at rest',
      ask: async () => {
        const rows = await writes.take();
        rows.forEach(({ entityRef }) => refs.add(entityRef));
        return rows.length === 0 && (await writes.isAtRest())
          ? true
          : undefined;
      },
      deadlineMilliseconds: patienceMilliseconds,
      // Longer than the catalog waits before it looks for work again.
      intervalMilliseconds: 3_000,
    });
    return [...refs].sort();
  }

  it(
    'brings everything into the catalog',
    async () => {
      const slow = await slowDown?.();
      const written = slow ? await stopHalfway(stage, slow) : [];
      const { failure } = await stage.poll();

      expect(failure).toBeUndefined();
      // What each of them has left there; the next one goes on from that.
      expect(written).toHaveLength(slow ? stoppedPolls : 0);
      [...written, entities].reduce((before, after) => {
        expect(after).toBeGreaterThan(before);
        return after;
      }, 0);
      await waitFor({
        what: 'All entities',
        ask: async () =>
          (await stage.catalog.countEntities()) === entities || undefined,
        deadlineMilliseconds: patienceMilliseconds,
        intervalMilliseconds: 1_000,
      });
      writes = await startWriteLog(openDatabase());
      await writtenEntities();
    },
    patienceMilliseconds,
  );

  it(
    'writes nothing for the same answer, also in a backend that has not seen it',
    async () => {
      // It has written nothing of it, or has seen the catalog only half full.
      const first = await stage.poll(lastReplica);
      expect(first.failure).toBeUndefined();
      await writtenEntities();

      for (const replica of [lastReplica, 0, 0].slice(0, replicas + 1)) {
        const { failure } = await stage.poll(replica);
        expect(failure).toBeUndefined();
        expect(
          (await writtenEntities()).filter(ref => ref !== environment),
        ).toEqual([]);
      }
    },
    patienceMilliseconds,
  );

  it(
    'asks the catalog for the environment and the links only, and is quick about it',
    async () => {
      const { catalogQueries, logged } = await stage.poll(0);

      expect(await writtenEntities()).toEqual([]);
      expect(catalogQueries).toBe(queriesOfCalm);
      expect(logged!.catalog + logged!.commit).toBeLessThanOrEqual(
        mostMillisecondsUnchanged,
      );
    },
    patienceMilliseconds,
  );

  it(
    'writes the one event type that has another description',
    async () => {
      const mesh = meshDocument(entities, 1);
      const [{ namespace, name }] = mesh.eventTypes;
      stage.mesh.answer = writeAnswer(mesh);

      const { catalogQueries, failure } = await stage.poll(0);

      expect(failure).toBeUndefined();
      expect(catalogQueries).toBe(queriesOfChange);
      expect(await writtenEntities()).toEqual([
        `api:${namespace}/${name}`,
        environment,
      ]);
      expect(
        await stage.catalog.description(`api/${namespace}/${name}`),
      ).toContain('Revision 1');
    },
    patienceMilliseconds,
  );

  it(
    'writes what a Trigger connects that has another subscriber',
    async () => {
      const { mesh, connected } = changedTrigger(entities, 1);
      stage.mesh.answer = writeAnswer(mesh);

      const { catalogQueries, failure } = await stage.poll(lastReplica);

      expect(failure).toBeUndefined();
      expect(catalogQueries).toBe(queriesOfChange);
      expect(await writtenEntities()).toEqual([...connected, environment]);
    },
    patienceMilliseconds,
  );
}

/** Stops polls that have written something; how much there is after each. */
async function stopHalfway(
  { poll, catalog }: ScaleStage,
  { countEntities, restore }: SlowDatabase,
): Promise<number[]> {
  const written = [0];
  while (written.length <= stoppedPolls) {
    const end = poll();
    await waitFor({
      what: 'A part of the entities',
      ask: async () =>
        (await countEntities()) > written[written.length - 1] || undefined,
      deadlineMilliseconds: patienceMilliseconds,
    });
    await catalog.stopPoll();
    const { failure } = await end;
    if (failure === undefined) {
      throw new Error('The poll has ended before it was stopped');
    }
    written.push(await countEntities());
  }
  await restore();
  return written.slice(1);
}
