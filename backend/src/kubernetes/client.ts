import type { Caller } from './caller';
import { checkReady } from './checkReady';
import { listCustomObjects } from './customObjects';
import { createEarlyLists } from './earlyLists';
import { getJson, type JsonAnswer } from './getJson';
import {
  KubernetesError,
  type KubernetesFailure,
  type KubernetesRequest,
} from './kubernetesError';
import type { ListAnswer } from './listAnswer';
import { listMetadata } from './listMetadata';
import type { ListReadings, ReadItems } from './listReadings';
import { describeList, type ListRequest } from './listRequest';
import { createReadLog } from './readLog';
import { withRetries, type RetryPolicy } from './retry';
import { errorOfThrown } from './toKubernetesError';

/**
 * Reads Kubernetes for one caller. Every method tries again what passes by
 * itself, and throws nothing but KubernetesError.
 */
export interface KubernetesClient {
  /** What `read` makes of the items of a list; see ListReadings. */
  list<T>(list: ListRequest, read: ReadItems<T>): Promise<T>;
  /** Asks at once for lists that are probably needed. */
  askEarly(lists: readonly ListRequest[]): void;
  /**
   * Whether the answer of `list` would be one that was asked for before it was
   * known that it is needed. Such an answer may be older than what said so.
   */
  wasAskedEarly(list: ListRequest): boolean;
  /** Asks for every list anew that has not been answered by `list` yet. */
  discardEarly(): void;
  /**
   * Which lists were asked for until now and what came of them: the same text
   * for the same answers. What a mesh is made of is all in it, but discovery.
   */
  whatWasRead(): string;
  /** A discovery document: one try, because the reader of it tries again. */
  getDiscovery(
    path: string,
    options: { accept: string; etag?: string },
  ): Promise<JsonAnswer>;
  /**
   * Makes sure, in one try, that the API server has started up.
   *
   * @throws KubernetesError if it says that it has not
   */
  checkReady(): Promise<void>;
  retries: RetryPolicy;
}

/** How a client asks. */
export interface ClientOptions {
  retries: RetryPolicy;
  /** What the process remembers of lists. */
  readings: ListReadings;
  /** Is told of each try. */
  onAnswer?: (
    request: KubernetesRequest,
    result: 'ok' | KubernetesFailure,
  ) => void;
}

/** Prepares reading with the caller's token. */
export function createKubernetesClient(
  caller: Caller,
  { retries, readings, onAnswer }: ClientOptions,
): KubernetesClient {
  const once = async <T>(
    request: KubernetesRequest,
    attempt: () => Promise<T>,
  ): Promise<T> => {
    try {
      return await attempt();
    } catch (error) {
      throw errorOfThrown(error, request, caller.signal);
    }
  };
  const send = async <T>(
    request: KubernetesRequest,
    attempt: () => Promise<T>,
  ): Promise<T> => {
    try {
      const answer = await once(request, attempt);
      onAnswer?.(request, 'ok');
      return answer;
    } catch (error) {
      if (error instanceof KubernetesError) {
        onAnswer?.(request, error.failure);
      }
      throw error;
    }
  };
  const ask = async (list: ListRequest): Promise<ListAnswer> => {
    const request = describeList(list);
    return send(request, () =>
      list.content === 'objects'
        ? listCustomObjects(caller, list.resource, request)
        : listMetadata(caller, list, request),
    );
  };
  const earlyLists = createEarlyLists(ask);
  const reads = createReadLog();

  return {
    retries,
    async list(list, read) {
      let early = earlyLists.take(list);
      const answered = () => {
        const first = early;
        early = undefined;
        return first ? unlessRefused(first, () => ask(list)) : ask(list);
      };
      const attempt = async () => {
        const { bytes, parse } = await answered();
        const request = describeList(list);
        const items = () =>
          once(request, async () => {
            const answer = await parse();
            return list.name === undefined
              ? itemsOf(answer, request)
              : [objectIn(answer, request)];
          });
        return readings.read(list, bytes, items, read);
      };
      try {
        const { result, digest } = await withRetries(attempt, retries);
        reads.add(list, digest);
        return result;
      } catch (error) {
        reads.add(list, describeFailure(error));
        throw error;
      }
    },
    whatWasRead: reads.toText,
    askEarly: earlyLists.ask,
    wasAskedEarly: earlyLists.has,
    discardEarly: earlyLists.discard,
    getDiscovery(path, options) {
      const request: KubernetesRequest = { verb: 'get', path };
      return send(request, () =>
        getJson(caller, path, { ...options, request }),
      );
    },
    checkReady() {
      const request: KubernetesRequest = { verb: 'get', path: '/readyz' };
      return send(request, () => checkReady(caller, request));
    },
  };
}

/**
 * The answer to a list that was asked for early. What was refused or not found
 * is asked anew: only now discovery has said that the list makes sense.
 */
async function unlessRefused(
  early: Promise<ListAnswer>,
  ask: () => Promise<ListAnswer>,
): Promise<ListAnswer> {
  try {
    return await early;
  } catch (error) {
    const isRefused =
      error instanceof KubernetesError &&
      (error.failure === 'forbidden' || error.failure === 'unexpected');
    if (isRefused) {
      return ask();
    }
    throw error;
  }
}

function describeFailure(error: unknown): string {
  return error instanceof KubernetesError
    ? `${error.failure} ${error.status}`
    : 'failed';
}

function itemsOf(answer: unknown, request: KubernetesRequest): unknown[] {
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) {
    throw new KubernetesError('badAnswer', request);
  }
  // Go writes an empty list as null where nobody made it a list.
  const items = answer.items ?? [];
  if (!Array.isArray(items) || isContinued(answer)) {
    throw new KubernetesError('badAnswer', request);
  }
  return items;
}

function objectIn(answer: unknown, request: KubernetesRequest): object {
  if (
    typeof answer !== 'object' ||
    answer === null ||
    !('metadata' in answer)
  ) {
    throw new KubernetesError('badAnswer', request);
  }
  return answer;
}

/** Nothing asks for pages, so an answer that has more is not the whole list. */
function isContinued(answer: object): boolean {
  const metadata = 'metadata' in answer ? answer.metadata : undefined;
  return (
    typeof metadata === 'object' &&
    metadata !== null &&
    'continue' in metadata &&
    Boolean(metadata.continue)
  );
}
