import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { KubernetesObject } from '../cluster/kubernetesObject';
import { parseManifests } from './parseManifests';

/** The objects of all `*.yaml` in a folder and below it, file by file. */
export async function readManifestFolder(
  folder: string,
): Promise<KubernetesObject[]> {
  const entries = await readdir(folder, { recursive: true });
  const files = entries.filter(file => file.endsWith('.yaml')).sort();
  const objects = await Promise.all(
    files.map(async file => {
      const text = await readFile(join(folder, file), 'utf8');
      try {
        return parseManifests(text);
      } catch (error) {
        throw new Error(`${file}: ${(error as Error).message}`);
      }
    }),
  );
  return objects.flat();
}
