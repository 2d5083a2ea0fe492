import { existsSync } from 'node:fs';
import { cp, mkdir, symlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { runCommand } from '../src/runCommand';
import { publishedPackages, readManifest, repository } from './packages';

/** A package as it is published. */
export interface PackedPackage {
  name: string;
  version: string;
  /** The packed file. */
  tarball: string;
  /** What is in it, unpacked. */
  folder: string;
}

const rootFiles = [
  '.yarnrc.yml',
  '.yarn/install-state.gz',
  'backstage.json',
  'package.json',
  'tsconfig.json',
  'yarn.lock',
];

const workspaces = [
  'backend',
  'demo',
  'packages/app',
  'packages/backend',
  'testbed',
];

/**
 * Packs and unpacks every published package the way `yarn npm publish` packs it.
 * That rewrites package.json in place for a while, so it is done in a copy.
 *
 * @param folder - an empty folder
 * @throws when a package has not been built (`yarn build:all`)
 */
export async function packPackages(folder: string): Promise<PackedPackage[]> {
  const copy = join(folder, 'repository');
  await copyRepository(copy);

  const packed: PackedPackage[] = [];
  for (const { folder: source, name } of publishedPackages) {
    const file = join(folder, `${name}.tgz`);
    await runCommand('yarn', ['pack', '--out', file], {
      cwd: join(copy, source),
    });
    const unpacked = join(folder, 'unpacked', name);
    await mkdir(unpacked, { recursive: true });
    await runCommand('tar', [
      '-xzf',
      file,
      '-C',
      unpacked,
      '--strip-components=1',
    ]);
    const { version } = readManifest(unpacked);
    packed.push({ name, version, tarball: file, folder: unpacked });
  }
  return packed;
}

async function copyRepository(copy: string) {
  const take = async (path: string) => {
    await mkdir(dirname(join(copy, path)), { recursive: true });
    await cp(join(repository, path), join(copy, path), {
      recursive: true,
      filter: source => basename(source) !== 'node_modules',
    });
  };
  for (const file of rootFiles) {
    await take(file);
  }
  for (const workspace of workspaces) {
    await take(`${workspace}/package.json`);
  }
  for (const { folder, name } of publishedPackages) {
    if (!existsSync(join(repository, folder, 'dist'))) {
      throw new Error(`${name} has not been built: run yarn build:all first`);
    }
    await take(folder);
  }
  await symlink(join(repository, 'node_modules'), join(copy, 'node_modules'));
}
