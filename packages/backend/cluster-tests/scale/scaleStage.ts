import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '@backstage/types';
import { waitFor } from 'demo';
import {
  createCatalogApi,
  type CatalogApi,
} from 'testbed/src/bench/provider/backend/catalogApi';
import {
  startBackend,
  type MeasuredBackend,
} from 'testbed/src/bench/provider/backend/startBackend';
import { meshDocument } from 'testbed/src/bench/provider/mesh/meshDocument';
import { userComponents } from 'testbed/src/bench/provider/mesh/userComponents';
import {
  startMeshServer,
  writeAnswer,
  type MeshServer,
} from 'testbed/src/bench/provider/meshServer';
import {
  readLogLine,
  type LoggedPoll,
} from 'testbed/src/bench/provider/poll/readLog';

/** What a stage consists of. */
export interface ScaleOptions {
  /** How many entities the mesh makes, the one of the environment included. */
  entities: number;
  /** How many backends share the database. */
  replicas: number;
  /** Goes to `backend.database`. */
  database: JsonObject;
}

/** What the log of a backend has said of one poll. */
export interface PollSeen {
  /** Requests to the API of the catalog. */
  catalogQueries: number;
  /** Milliseconds. */
  logged?: LoggedPoll;
  /** Why it has failed, if it has. */
  failure?: string;
}

/** Backends on one catalog with the Components of the users, before the first poll. */
export interface ScaleStage {
  mesh: MeshServer;
  catalog: CatalogApi;
  /**
   * Waits for the end of a poll.
   *
   * @param replica - which backend polls, while the others stand still; default:
   * any of them
   */
  poll(replica?: number): Promise<PollSeen>;
  stop(): Promise<void>;
}

/** A busy machine takes several times as long as an idle one. */
export const patienceMilliseconds = 1_200_000;

/** Starts backends one after the other, as a rollout does. */
export async function startScaleStage({
  entities,
  replicas: count,
  ...options
}: ScaleOptions): Promise<ScaleStage> {
  const folder = await mkdtemp(join(tmpdir(), 'scale-'));
  const componentsFile = join(folder, 'components.yaml');
  const components = userComponents(entities);
  await writeFile(
    componentsFile,
    // JSON is YAML.
    components.map(component => JSON.stringify(component)).join('\n---\n'),
  );
  const mesh = await startMeshServer(writeAnswer(meshDocument(entities)));
  const replicas: MeasuredBackend[] = [];
  const stop = async () => {
    await Promise.all(replicas.map(replica => replica.stop()));
    await mesh.close();
    await rm(folder, { recursive: true });
  };

  try {
    for (let number = 0; number < count; number++) {
      const own = join(folder, `replica-${number}`);
      await mkdir(own);
      replicas.push(
        await startBackend({
          folder: own,
          meshUrl: mesh.url,
          componentsFile,
          ...options,
        }),
      );
    }
    const catalog = createCatalogApi(replicas[0].url);
    await waitFor({
      what: 'The Components of the users',
      ask: async () =>
        (await catalog.countUserComponents()) === components.length ||
        undefined,
      deadlineMilliseconds: patienceMilliseconds,
    });
    return { mesh, catalog, poll: pollOf(replicas), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function pollOf(replicas: MeasuredBackend[]): ScaleStage['poll'] {
  return async polling => {
    const others = replicas.filter(
      (_, number) => polling !== undefined && number !== polling,
    );
    const end = untilLogged(replicas);
    others.forEach(({ pid }) => process.kill(pid, 'SIGSTOP'));
    try {
      const { url } = replicas[polling ?? 0];
      const [seen] = await Promise.all([
        end,
        createCatalogApi(url).startPoll(),
      ]);
      return seen;
    } finally {
      others.forEach(({ pid }) => process.kill(pid, 'SIGCONT'));
    }
  };
}

async function untilLogged(replicas: MeasuredBackend[]): Promise<PollSeen> {
  const ignore: (() => void)[] = [];
  try {
    return await new Promise((resolve, reject) => {
      let catalogQueries = 0;
      replicas.forEach(replica => {
        replica.exited.then(() => reject(new Error('A backend has ended')));
        ignore.push(
          replica.onLine(line => {
            const event = readLogLine(line);
            if (event?.kind === 'catalogQuery') {
              catalogQueries += 1;
            } else if (event?.kind === 'polled') {
              resolve({ catalogQueries, logged: event.logged });
            } else if (event?.kind === 'failed') {
              resolve({ catalogQueries, failure: event.message });
            }
          }),
        );
      });
    });
  } finally {
    ignore.forEach(stop => stop());
  }
}
