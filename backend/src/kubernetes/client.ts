import type { Caller } from './caller';
import { checkReady } from './checkReady';
import { listCustomObjects } from './customObjects';
import { getJson, type JsonAnswer } from './getJson';
import { KubernetesError, type KubernetesRequest } from './kubernetesError';
import { isPathPart, type Resource } from './resource';
import { withRetries, type RetryPolicy } from './retry';
import { errorOfThrown } from './toKubernetesError';

/**
 * Reads Kubernetes for one caller. Every method tries again what passes by
 * itself, and throws nothing but KubernetesError.
 */
export interface KubernetesClient {
  /** All objects of a custom resource, in a namespace or everywhere. */
  listObjects(resource: Resource, namespace?: string): Promise<unknown[]>;
  /** Metadata of all objects of any resource, in a namespace or everywhere. */
  listMetadata(
    resource: Resource,
    options: { namespace?: string; labelSelector?: string },
  ): Promise<unknown[]>;
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

const METADATA_ONLY =
  'application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1,application/json';

/** Prepares reading with the caller's token. */
export function createKubernetesClient(
  caller: Caller,
  retries: RetryPolicy,
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
  const list = (
    request: KubernetesRequest,
    attempt: () => Promise<unknown>,
  ): Promise<unknown[]> =>
    withRetries(
      () => once(request, async () => itemsOf(await attempt(), request)),
      retries,
    );

  return {
    retries,
    listObjects(resource, namespace) {
      const request = listRequest(resource, namespace);
      return list(request, () => listCustomObjects(caller, resource, request));
    },
    listMetadata(resource, { namespace, labelSelector }) {
      const request = listRequest(resource, namespace);
      const path = listPath(resource, namespace, labelSelector);
      return list(request, async () => {
        const answer = await getJson(caller, path, {
          accept: METADATA_ONLY,
          request,
        });
        return answer.unchanged ? undefined : answer.document;
      });
    },
    getDiscovery(path, options) {
      const request: KubernetesRequest = { verb: 'get', path };
      return once(request, () =>
        getJson(caller, path, { ...options, request }),
      );
    },
    checkReady() {
      const request: KubernetesRequest = { verb: 'get', path: '/readyz' };
      return once(request, () => checkReady(caller, request));
    },
  };
}

function listRequest(
  { group, version, plural }: Resource,
  namespace: string | undefined,
): KubernetesRequest {
  const request: KubernetesRequest = {
    verb: 'list',
    group,
    resource: plural,
    namespace,
  };
  const parts = [version, plural, ...(group ? [group] : [])];
  if (namespace !== undefined) {
    parts.push(namespace);
  }
  if (!parts.every(isPathPart)) {
    throw new KubernetesError('badAnswer', request);
  }
  return request;
}

function listPath(
  { group, version, plural }: Resource,
  namespace: string | undefined,
  labelSelector: string | undefined,
): string {
  const root = group ? `/apis/${group}/${version}` : `/api/${version}`;
  const place = namespace === undefined ? '' : `/namespaces/${namespace}`;
  const query =
    labelSelector === undefined
      ? ''
      : `?labelSelector=${encodeURIComponent(labelSelector)}`;
  return `${root}${place}/${plural}${query}`;
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
