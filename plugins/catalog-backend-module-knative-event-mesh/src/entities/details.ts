import type { JsonObject } from '@backstage/types';

/**
 * Details as the catalog holds them: plain JSON without `undefined`, so that
 * what was written can be compared with what is read back.
 */
export function toJson(details: object): JsonObject {
  return JSON.parse(JSON.stringify(details));
}
