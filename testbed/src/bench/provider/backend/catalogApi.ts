import { setTimeout as sleep } from 'node:timers/promises';
import { benchToken, environment } from './backendConfig';

/** Asks the catalog of a measured backend over HTTP, as everybody does. */
export interface CatalogApi {
  /** Has the next poll begin as soon as the scheduler looks. */
  startPoll(): Promise<void>;
  /** How many entities of the environment it shows. */
  countEntities(): Promise<number>;
  /** How many Components of users it shows. */
  countUserComponents(): Promise<number>;
  /** What it shows as description of an entity; undefined if it has none. */
  description(path: string): Promise<string | undefined>;
}

/** The scheduler's own routes, which are no questions to the catalog. */
export const schedulerPath = '/api/catalog/.backstage/scheduler/v1';

const taskId = `KnativeEventMeshEntityProvider:${environment}:refresh`;

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

  async function count(filter: string): Promise<number> {
    const answer = await expectOk(
      await ask(
        `/api/catalog/entities/by-query?limit=1&fields=kind&filter=${encodeURIComponent(
          filter,
        )}`,
      ),
    );
    return ((await answer.json()) as { totalItems: number }).totalItems;
  }

  return {
    async startPoll() {
      const trigger = `${schedulerPath}/tasks/${encodeURIComponent(
        taskId,
      )}/trigger`;
      let answer = await ask(trigger, 'POST');
      // A poll ends a moment after it has said so.
      while (answer.status === 409) {
        await sleep(50);
        answer = await ask(trigger, 'POST');
      }
      await expectOk(answer);
    },
    countEntities: () =>
      count(
        `metadata.annotations.knative-event-mesh/environment=${environment}`,
      ),
    countUserComponents: () =>
      count('kind=component,metadata.annotations.backstage.io/kubernetes-id'),
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
