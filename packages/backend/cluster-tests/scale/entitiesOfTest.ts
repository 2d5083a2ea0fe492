/**
 * How many entities a mesh makes for a test: as many as SCALE_ENTITIES says, or
 * as are soon processed.
 */
export function entitiesOfTest(usual: number): number {
  return Number(process.env.SCALE_ENTITIES ?? usual);
}
