import { listAt, MalformedObject, type UnknownObject } from './guards';
import { isDeeperThan } from './nesting';

/**
 * What is as deep as this is no filter of a person, and what is much deeper cannot
 * be written as JSON again.
 */
const DEEPEST_FILTERS = 200;

/**
 * Reads the `filters` of a spec, as written; empty if there are none.
 *
 * @throws MalformedObject if they are no list, or too deep
 */
export function parseFilters(spec: UnknownObject): unknown[] {
  const filters = listAt(spec, 'filters');
  if (isDeeperThan(filters, DEEPEST_FILTERS)) {
    throw new MalformedObject(
      `filters has more than ${DEEPEST_FILTERS} levels of lists and objects`,
    );
  }
  return filters;
}
