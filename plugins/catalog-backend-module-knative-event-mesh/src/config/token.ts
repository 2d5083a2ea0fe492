import { readFileSync } from 'node:fs';
import { InputError } from '@backstage/errors';
import { errorCode } from './errorCode';
import type { ConnectionConfig } from './types';

/**
 * The token as it is now: one in a file is read anew, so that a rotated one is
 * used from the next request on.
 *
 * @throws InputError that says what to do, and never what the file holds
 */
export function currentToken({
  configKey,
  token,
  tokenFile,
}: Pick<ConnectionConfig, 'configKey' | 'token' | 'tokenFile'>): string {
  if (tokenFile === undefined) {
    return checkToken(token ?? '', `${configKey}.token`);
  }
  const key = `${configKey}.tokenFile`;
  let content: string;
  try {
    // A few hundred bytes once per poll, so that one way of reading serves both
    // the start and the polls.
    content = readFileSync(tokenFile, 'utf8');
  } catch (error) {
    throw new InputError(
      `${key} names ${tokenFile}, which cannot be read (${errorCode(
        error,
      )}). Set it to the path of a file that holds the token and that this backend may read`,
    );
  }
  return checkToken(content, `The file ${tokenFile} of ${key}`);
}

/** A token without the blanks around it, if it can stand in a header. */
export function checkToken(given: string, where: string): string {
  const token = given.trim();
  if (!token) {
    throw new InputError(
      `${where} is empty. It must hold a Kubernetes bearer token`,
    );
  }
  if (!/^[\x21-\x7e]+$/.test(token)) {
    throw new InputError(
      `${where} holds characters that cannot stand in a bearer token. It must hold the token alone, without 'Bearer', blanks or line breaks`,
    );
  }
  return token;
}
