import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';
// The one of the repository's root, which every workspace is checked with.
// eslint-disable-next-line @backstage/no-undeclared-imports
import ts from 'typescript';
import type { Manifest } from './packages';

/** What a file of JavaScript or of types imports, of whatever kind. */
export function importsOf(text: string): string[] {
  return ts
    .preProcessFile(text, true, true)
    .importedFiles.map(({ fileName }) => fileName);
}

function packageOf(specifier: string): string {
  const parts = specifier.split('/');
  return parts.slice(0, specifier.startsWith('@') ? 2 : 1).join('/');
}

/**
 * The packages that a published package imports and does not declare: they are
 * there in this repository, and perhaps nowhere else.
 *
 * @param folder - the unpacked package
 */
export function undeclaredImports(
  folder: string,
  { name, dependencies, peerDependencies }: Manifest,
): string[] {
  const declared = new Set([
    name,
    ...Object.keys(dependencies ?? {}),
    ...Object.keys(peerDependencies ?? {}),
  ]);
  const imported = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => /\.([cm]?js|d\.ts)$/.test(file))
    .flatMap(file => importsOf(readFileSync(join(folder, file), 'utf8')))
    .filter(specifier => !/^[./]/.test(specifier) && !isBuiltin(specifier))
    .map(packageOf);
  return [...new Set(imported)].filter(it => !declared.has(it)).sort();
}
