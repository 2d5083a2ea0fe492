import {
  ApiException,
  CoreV1Api,
  KubernetesObjectApi,
  type KubeConfig,
  type KubernetesObject,
} from '@kubernetes/client-node';
import { nameObject, type ReaderManifest } from './readerManifest';

/** A token, and when it ends. */
export interface MintedToken {
  token: string;
  expires: Date;
}

/** How long a minted token is asked to hold: a day of work. */
export const hoursOfToken = 8;

/** The objects of a manifest that the cluster does not have. */
export async function findMissing(
  config: KubeConfig,
  { objects }: ReaderManifest,
): Promise<KubernetesObject[]> {
  const client = KubernetesObjectApi.makeApiClient(config);
  const missing: KubernetesObject[] = [];
  for (const object of objects) {
    const { apiVersion, kind, metadata } = object;
    const { name = '', namespace } = metadata ?? {};
    try {
      await client.read({ apiVersion, kind, metadata: { name, namespace } });
    } catch (error) {
      if (!(error instanceof ApiException && error.code === 404)) {
        throw failure(`look for ${nameObject(object)}`, error);
      }
      missing.push(object);
    }
  }
  return missing;
}

/** Creates objects, and changes none. */
export async function createObjects(
  config: KubeConfig,
  objects: KubernetesObject[],
): Promise<void> {
  const client = KubernetesObjectApi.makeApiClient(config);
  for (const object of objects) {
    try {
      await client.create(object);
    } catch (error) {
      throw failure(`create ${nameObject(object)}`, error);
    }
  }
}

/** Mints a token for the account of a manifest. */
export async function mintToken(
  config: KubeConfig,
  { account }: ReaderManifest,
): Promise<MintedToken> {
  const client = config.makeApiClient(CoreV1Api);
  try {
    const { status } = await client.createNamespacedServiceAccountToken({
      ...account,
      body: {
        spec: {
          // Those of the API server.
          audiences: [],
          expirationSeconds: hoursOfToken * 3_600,
        },
      },
    });
    if (!status?.token || !status.expirationTimestamp) {
      throw new Error('the answer has none');
    }
    return { token: status.token, expires: status.expirationTimestamp };
  } catch (error) {
    throw failure(
      `mint a token for ServiceAccount ${account.namespace}/${account.name}`,
      error,
    );
  }
}

/**
 * The message of the client holds the whole answer with its headers: too much to
 * read, and perhaps too much to show.
 */
function failure(action: string, error: unknown): Error {
  return new Error(`The cluster was asked to ${action}: ${reasonOf(error)}`);
}

function reasonOf(error: unknown): string {
  if (error instanceof ApiException) {
    return `${error.code}, ${messageOf(error.body)}`;
  }
  if (error instanceof Error) {
    const { message, cause } = error;
    return cause instanceof Error ? `${message}, ${cause.message}` : message;
  }
  return String(error);
}

/** The client leaves the body of some answers as text. */
function messageOf(body: unknown): string {
  let status = body;
  try {
    status = typeof body === 'string' ? JSON.parse(body) : body;
  } catch {
    // A proxy has answered with something else.
  }
  return typeof status === 'object' && status !== null && 'message' in status
    ? String(status.message)
    : 'without a reason';
}
