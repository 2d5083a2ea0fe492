import { createHmac, randomBytes } from 'node:crypto';

/**
 * Makes texts by which requests are told apart: the same for the same token and
 * namespaces, and only within this process. Nothing can be told of the token from
 * them, not even whether another process was asked with the same.
 */
export function createRequestKeys(): (
  token: string,
  namespaces: readonly string[] | undefined,
) => string {
  const secret = randomBytes(32);
  return (token, namespaces) =>
    createHmac('sha256', secret)
      .update(token)
      .update('\0') // In no token.
      .update(namespaces?.join() ?? '')
      .digest('base64');
}
