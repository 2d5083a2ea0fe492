/**
 * Name of the provider of an environment. The catalog removes the entities of a
 * provider whose name it does not find any more, so this never changes.
 */
export function providerName(environment: string): string {
  return `KnativeEventMeshEntityProvider:${environment}`;
}
