import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';

async function filesBelow(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) {
    return [path];
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

/**
 * Tells whether files have changed since the last build. Reads their sizes and
 * times only: fast, and a build too many does no harm.
 *
 * @param paths - files and folders, relative to the root
 */
export async function fingerprint(
  root: string,
  paths: string[],
): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesBelow(join(root, path))) {
      const { size, mtimeMs } = await stat(file);
      hash.update(`${relative(root, file)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

/**
 * Builds only if something has changed since the build that is there.
 *
 * @returns whether it was built now
 */
export async function buildIfChanged(options: {
  root: string;
  /** What the build is made of, relative to the root. */
  sources: string[];
  /** A file that is there after the build, relative to the root. */
  result: string;
  /** Where to remember the fingerprint, relative to the root. */
  record: string;
  build: () => Promise<void>;
}): Promise<boolean> {
  const { root, sources, build } = options;
  const record = join(root, options.record);
  const current = await fingerprint(root, sources);
  const last = existsSync(record) ? await readFile(record, 'utf8') : '';

  if (current === last && existsSync(join(root, options.result))) {
    return false;
  }
  await build();
  await mkdir(dirname(record), { recursive: true });
  await writeFile(record, current);
  return true;
}
