import { everyMeshObject } from './meshObject';
import type { MeshObjects } from './meshObjects';
import type { Owner } from './owners';

interface Owned {
  owners: readonly Owner[];
}

/** The uids of everything that can own what Knative generates. */
export function uidsIn(objects: MeshObjects): Set<string> {
  const uids = new Set<string>();
  for (const { metadata } of everyMeshObject(objects)) {
    uids.add(metadata.uid);
  }
  return uids;
}

/** The owner that generated an object, if any: there is at most one controller. */
export function controllerOf({ owners }: Owned): string | undefined {
  return owners.find(({ controller }) => controller)?.uid;
}

/**
 * Tells whether Knative has generated something for an object of the mesh, by the
 * uid of its controller: names of generated objects are hashed if they are long
 * (knative.md 4.5). What belongs to an object that was not read stays visible.
 *
 * @param uids - of the objects of the mesh
 */
export function isGenerated(object: Owned, uids: ReadonlySet<string>): boolean {
  const controller = controllerOf(object);
  return controller !== undefined && uids.has(controller);
}

/** The same of an EventPolicy, whose owner is no controller (knative.md 4.5). */
export function isGeneratedPolicy(
  { owners }: Owned,
  uids: ReadonlySet<string>,
): boolean {
  return owners.some(({ uid }) => uids.has(uid));
}
