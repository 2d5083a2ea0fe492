import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { apiserverModule } from '../folders';

/** The flags of kube-apiserver, out of the list that our Go program uses too. */
export async function apiserverFlags(
  replacements: Record<string, string>,
): Promise<string[]> {
  const text = await readFile(join(apiserverModule, 'flags.txt'), 'utf8');
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line =>
      line.replace(/\{(\w+)\}/g, (_, name: string) => replacements[name]),
    );
}
