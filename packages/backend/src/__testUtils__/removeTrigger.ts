import { readFile, writeFile } from 'node:fs/promises';

/**
 * Removes a trigger from a manifest.
 *
 * @returns what brings it back
 */
export async function removeTrigger(
  manifest: string,
  name: string,
): Promise<() => Promise<void>> {
  const original = await readFile(manifest, 'utf8');
  const documents = original.split(/^---$/m);
  const others = documents.filter(
    document => !document.includes(`name: ${name}`),
  );
  if (others.length === documents.length) {
    throw new Error(`${manifest} has no trigger ${name}`);
  }
  await writeFile(manifest, others.join('---') || '\n');
  return () => writeFile(manifest, original);
}
