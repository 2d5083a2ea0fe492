import { chmod, writeFile } from 'node:fs/promises';

/** Writes a file that only its owner may read, also if it is there already. */
export async function writePrivateFile(file: string, content: string) {
  await writeFile(file, content, { mode: 0o600 });
  await chmod(file, 0o600);
}
