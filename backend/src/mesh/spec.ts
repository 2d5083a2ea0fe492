import { objectAt, type UnknownObject } from './guards';

/**
 * The spec of an object; empty where there is none.
 *
 * @throws MalformedObject if something else is there
 */
export function specOf(object: UnknownObject): UnknownObject {
  return objectAt(object, 'spec') ?? {};
}
