import { CatalogClient } from '@backstage/catalog-client';
import type { Entity } from '@backstage/catalog-model';
import { waitFor } from 'demo';
import { meshRelations } from './meshRelations';
import { portalToken } from './portalConfig';

/** What the scheduler knows of the task that polls the event mesh. */
export interface PollState {
  status: string;
  lastRunEndedAt?: string;
  /** The error of the last run as JSON text; absent when it went well. */
  lastRunError?: string;
}

/** Asks a portal over HTTP. */
export interface PortalClient {
  /** All entities of the catalog. */
  entities(): Promise<Entity[]>;
  /** Waits for the end of a poll that has begun after the call. */
  poll(): Promise<PollState>;
  /** Waits for the end of a poll that may have begun before the call. */
  untilPolled(): Promise<PollState>;
  /**
   * The relations of the mesh: as soon as they are as expected, else as they are
   * when the catalog had all the time that it needs.
   */
  relationsAwaiting(expected: string[]): Promise<string[]>;
  /**
   * What the catalog holds, without what the catalog itself counts up, and
   * without the time of the last good poll: at one poll a second the provider
   * reads its own before the catalog has processed it. Also without the hash of
   * the answer, in which an object that was made anew has another uid.
   */
  contents(): Promise<Entity[]>;
  /**
   * The same once nothing is under way: the provider sees its last writes only
   * after the catalog has processed them.
   */
  settledContents(): Promise<Entity[]>;
}

const taskId = 'KnativeEventMeshEntityProvider:demo:refresh';

/** A client for the portal at a URL. */
export function createPortalClient(portalUrl: string): PortalClient {
  const catalogUrl = `${portalUrl}/api/catalog`;
  const catalog = new CatalogClient({
    discoveryApi: { getBaseUrl: async () => catalogUrl },
  });

  async function entities() {
    const { items } = await catalog.queryEntities(
      { limit: 1_000 },
      { token: portalToken },
    );
    return items;
  }

  async function pollState(): Promise<PollState> {
    const answer = await fetch(`${catalogUrl}/.backstage/scheduler/v1/tasks`, {
      headers: { authorization: `Bearer ${portalToken}` },
    });
    const { tasks } = (await answer.json()) as {
      tasks: { taskId: string; taskState: PollState }[];
    };
    return tasks.find(task => task.taskId === taskId)!.taskState;
  }

  async function untilNextEnd(last: string | undefined): Promise<PollState> {
    return waitFor({
      what: 'A poll',
      ask: async () => {
        const state = await pollState();
        return state.status === 'idle' &&
          state.lastRunEndedAt &&
          state.lastRunEndedAt !== last
          ? state
          : undefined;
      },
      deadlineMilliseconds: 60_000,
      intervalMilliseconds: 50,
    });
  }

  async function poll() {
    const { lastRunEndedAt } = await pollState();
    // The poll that ends next may have begun before.
    const next = await untilNextEnd(lastRunEndedAt);
    return untilNextEnd(next.lastRunEndedAt);
  }

  async function contents() {
    const sorted = (await entities())
      .map(({ metadata: { etag, ...metadata }, ...entity }) => ({
        ...entity,
        metadata,
      }))
      .sort((a, b) => a.metadata.uid!.localeCompare(b.metadata.uid!));
    return JSON.parse(
      JSON.stringify(sorted, (key, value) =>
        key === 'lastGoodPoll' || key === 'knative-event-mesh/contents'
          ? undefined
          : value,
      ),
    ) as Entity[];
  }

  return {
    entities,
    poll,
    untilPolled: () => untilNextEnd(undefined),
    async relationsAwaiting(expected) {
      let actual: string[] = [];
      await waitFor({
        what: 'The processing of the catalog',
        ask: async () => {
          actual = meshRelations(await entities());
          return actual.join() === expected.join() ? true : undefined;
        },
        deadlineMilliseconds: 30_000,
      }).catch(() => {});
      return actual;
    },
    contents,
    async settledContents() {
      let last = '';
      return waitFor({
        what: 'A catalog at rest',
        ask: async () => {
          await poll();
          const now = await contents();
          const isAtRest = JSON.stringify(now) === last;
          last = JSON.stringify(now);
          return isAtRest ? now : undefined;
        },
        deadlineMilliseconds: 30_000,
      });
    },
  };
}
