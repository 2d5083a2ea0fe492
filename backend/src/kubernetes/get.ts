import { request as send } from 'undici';
import type { Caller } from './caller';
import { KubernetesError, type KubernetesRequest } from './kubernetesError';
import { errorOfAnswer } from './toKubernetesError';

/** Whatever Kubernetes answered. */
export interface Answer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  bytes: Buffer;
}

/**
 * Asks Kubernetes for something with the caller's token.
 *
 * @param path - path with query, made of checked parts
 * @throws whatever the transport threw
 */
export async function get(
  { connection, token, signal }: Caller,
  path: string,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const answer = await send(`${connection.url}${path}`, {
    dispatcher: connection.agent,
    signal,
    headers: { ...headers, authorization: `Bearer ${token}` },
  });
  return {
    status: answer.statusCode,
    headers: answer.headers,
    bytes: Buffer.from(await answer.body.arrayBuffer()),
  };
}

/**
 * Makes sure that an answer is a success and says that it is JSON.
 *
 * @throws KubernetesError if it is not
 */
export function expectJson(
  { status, headers, bytes }: Answer,
  request: KubernetesRequest,
  { token }: Caller,
): void {
  if (status !== 200) {
    throw errorOfAnswer(
      { status, headers, body: bytes.toString() },
      request,
      token,
    );
  }
  if (!String(headers['content-type']).startsWith('application/json')) {
    throw new KubernetesError('badAnswer', request, { status });
  }
}
