import { existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  publishedPackages,
  readManifest,
  repository,
  type Manifest,
} from './packages';
import { packPackages, type PackedPackage } from './packPackages';
import { startBareBackend } from './startBareBackend';
import { undeclaredImports } from './undeclaredImports';

const provider = 'backstage-plugin-catalog-backend-module-knative-event-mesh';
const pages = 'backstage-plugin-knative-event-mesh';

describe('the packages as they are published', () => {
  const folder = mkdtempSync(join(tmpdir(), 'packed-'));
  const packed = new Map<string, PackedPackage>();

  beforeAll(async () => {
    for (const one of await packPackages(folder)) {
      packed.set(one.name, one);
    }
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const folderOf = (name: string) => packed.get(name)!.folder;
  const filesOf = (name: string) =>
    readdirSync(folderOf(name), { recursive: true, encoding: 'utf8' });

  /** What `import` and `require` and TypeScript find, by the exports. */
  function entryPoints({ exports = {} }: Manifest): string[] {
    const files = (value: unknown): string[] =>
      typeof value === 'string'
        ? [value]
        : Object.entries(value ?? {}).flatMap(([condition, inner]) =>
            // What kind of feature it is, and no file.
            condition === 'backstage' ? [] : files(inner),
          );
    return Object.values(exports).flatMap(files);
  }

  it('are all that are not private', () => {
    const folders = ['packages', 'plugins'].flatMap(parent =>
      readdirSync(join(repository, parent)).map(name => `${parent}/${name}`),
    );
    const open = folders.filter(
      it => !readManifest(join(repository, it)).private,
    );

    expect(publishedPackages.map(it => it.folder).sort()).toEqual(open.sort());
  });

  describe.each(publishedPackages.map(it => it.name))('%s', name => {
    it('comes with README, CHANGELOG and the licence of the repository', () => {
      expect(filesOf(name)).toEqual(
        expect.arrayContaining(['README.md', 'CHANGELOG.md', 'LICENSE']),
      );
      expect(readFileSync(join(folderOf(name), 'LICENSE'), 'utf8')).toBe(
        readFileSync(join(repository, 'LICENSE'), 'utf8'),
      );
    });

    it('holds no sources and no tests', () => {
      expect(
        filesOf(name).filter(file =>
          /(^|\/)(src|dev|e2e-tests|__testUtils__)\/|\.test\.|(?<!\.d)\.tsx?$/.test(
            file,
          ),
        ),
      ).toEqual([]);
    });

    it('has every file that its exports name', () => {
      const files = entryPoints(readManifest(folderOf(name)));

      expect(files.length).toBeGreaterThan(1);
      expect(
        files.filter(file => !existsSync(join(folderOf(name), file))),
      ).toEqual([]);
    });

    it('imports nothing that it does not declare', () => {
      const manifest = readManifest(folderOf(name));

      expect(undeclaredImports(folderOf(name), manifest)).toEqual([]);
    });

    it('asks for published versions only', () => {
      const { dependencies, peerDependencies } = readManifest(folderOf(name));

      expect(
        Object.entries({ ...dependencies, ...peerDependencies }).filter(
          ([, range]) => /^(workspace|link|file|portal):/.test(range),
        ),
      ).toEqual([]);
    });
  });

  it('leave CloudEvents SQL without any dependency', () => {
    const { dependencies, peerDependencies } = readManifest(folderOf('cesql'));

    expect({ ...dependencies, ...peerDependencies }).toEqual({});
  });

  it('ship the schema of the configuration with the module', () => {
    const { configSchema } = readManifest(folderOf(provider));
    const schema = readFileSync(
      join(folderOf(provider), configSchema!),
      'utf8',
    );

    expect(schema).toContain('knativeEventMesh');
    expect(schema).toContain('tokenFile');
    // A token in the configuration must never reach a browser.
    expect(schema).toContain('secret');
  });

  it('say what Backstage finds in them', () => {
    expect(readManifest(folderOf(provider)).backstage).toMatchObject({
      role: 'backend-plugin-module',
      features: { '.': '@backstage/BackendFeature' },
    });
    expect(readManifest(folderOf(pages)).backstage).toMatchObject({
      role: 'frontend-plugin',
      features: { '.': '@backstage/FrontendPlugin' },
    });
  });

  it('bring the mesh of a service into the catalog of a bare backend', async () => {
    const backend = await startBareBackend({
      folder: join(folder, 'bare'),
      packed: [...packed.values()],
    });
    try {
      await expect(
        backend.untilInCatalog('api', 'payment-received'),
      ).resolves.toBeUndefined();
    } finally {
      await backend.stop();
    }
  });
});
