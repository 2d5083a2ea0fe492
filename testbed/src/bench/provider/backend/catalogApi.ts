import { setTimeout as sleep } from 'node:timers/promises';
import { benchToken, environment } from './backendConfig';

/** Asks the catalog of a measured backend over HTTP, as everybody does. */
export interface CatalogApi {
  /** Has the next poll begin as soon as the scheduler looks. */
  startPoll(): Promise<void>;
  /** Has the scheduler stop the poll that is under way, as after its timeout. */
  stopPoll(): Promise<void>;
  /** How many entities of the environment it shows. */
  countEntities(): Promise<number>;
  /** How many Components of users it shows. */
  countUserComponents(): Promise<number>;
  /** Up to a thousand entities of the environment. */
  ownEntities(): Promise<object[]>;
  /** Up to a thousand Components of users. */
  userComponents(): Promise<object[]>;
  /** What it shows as description of an entity; undefined if it has none. */
  description(path: string): Promise<string | undefined>;
}

/** The scheduler's own routes, which are no questions to the catalog. */
export const schedulerPath = '/api/catalog/.backstage/scheduler/v1';

const ofEnvironment = `metadata.annotations.knative-event-mesh/environment=${environment}`;
const ofUsers =
  'kind=component,metadata.annotations.backstage.io/kubernetes-id';

const taskId = `KnativeEventMeshEntityProvider:${environment}:refresh`;

const taskPath = `${schedulerPath}/tasks/${encodeURIComponent(taskId)}`;

/** A client for the backend at a URL. */
export function createCatalogApi(backendUrl: string): CatalogApi {
  async function ask(path: string, method = 'GET'): Promise<Response> {
    return fetch(`${backendUrl}${path}`, {
      method,
      headers: { authorization: `Bearer ${benchToken}` },
    });
  }

  async function expectOk(answer: Response): Promise<Response> {
    if (!answer.ok) {
      throw new Error(
        `${answer.url} answered ${answer.status}: ${await answer.text()}`,
      );
    }
    return answer;
  }

  async function query(filter: string, parameters: string) {
    const answer = await expectOk(
      await ask(
        `/api/catalog/entities/by-query?${parameters}&filter=${encodeURIComponent(
          filter,
        )}`,
      ),
    );
    return (await answer.json()) as { totalItems: number; items: object[] };
  }
  const count = async (filter: string) =>
    (await query(filter, 'limit=1&fields=kind')).totalItems;
  const read = async (filter: string) =>
    (await query(filter, 'limit=1000')).items;

  return {
    async startPoll() {
      const trigger = `${taskPath}/trigger`;
      let answer = await ask(trigger, 'POST');
      // A poll ends a moment after it has said so.
      while (answer.status === 409) {
        await sleep(50);
        answer = await ask(trigger, 'POST');
      }
      await expectOk(answer);
    },
    async stopPoll() {
      await expectOk(await ask(`${taskPath}/cancel`, 'POST'));
    },
    countEntities: () => count(ofEnvironment),
    countUserComponents: () => count(ofUsers),
    ownEntities: () => read(ofEnvironment),
    userComponents: () => read(ofUsers),
    async description(path) {
      const answer = await ask(`/api/catalog/entities/by-name/${path}`);
      if (answer.status === 404) {
        return undefined;
      }
      const entity = (await (await expectOk(answer)).json()) as {
        metadata: { description?: string };
      };
      return entity.metadata.description;
    },
  };
}
