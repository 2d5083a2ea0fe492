import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const repository = join(__dirname, '../..');

/** What of a package.json the install tests look at. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  description?: string;
  license?: string;
  keywords?: string[];
  main?: string;
  types?: string;
  exports?: Record<string, unknown>;
  configSchema?: string;
  files?: string[];
  backstage?: Record<string, unknown>;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

/** Reads the package.json of a folder. */
export function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

/** A package that is published. */
export interface PublishedPackage {
  /** Relative to the repository. */
  folder: string;
  name: string;
}

/** The packages that are published, each after those that it depends on. */
export const publishedPackages: PublishedPackage[] = [
  'packages/cesql',
  'plugins/knative-event-mesh-common',
  'plugins/catalog-backend-module-knative-event-mesh',
  'plugins/knative-event-mesh',
].map(folder => ({
  folder,
  name: readManifest(join(repository, folder)).name,
}));
