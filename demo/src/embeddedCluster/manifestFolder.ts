import { EventEmitter, once } from 'node:events';
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { watch } from 'chokidar';
import { parseManifest, type ClusterObject } from './manifests';

/** The objects of a folder of manifests, kept up to date with its files. */
export interface ManifestFolder {
  /** In the order in which the API server lists them. */
  objects(): readonly ClusterObject[];
  /** Grows with every change of a file. */
  revision(): number;
  /** Resolves when the next change of a file was read, be it good or broken. */
  whenReloaded(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Reads all `*.yaml` below a folder and follows their changes. A file that
 * breaks keeps the objects it had, and is named in the log.
 */
export async function watchManifestFolder(
  folder: string,
  log: (line: string) => void,
): Promise<ManifestFolder> {
  const objectsByFile = new Map<string, ClusterObject[]>();
  const changes = new EventEmitter();
  let objects: ClusterObject[] = [];
  let revision = 0;

  const changed = () => {
    objects = [...objectsByFile.values()].flat().sort(byNamespaceAndName);
    revision += 1;
    changes.emit('reloaded');
  };
  // Synchronous, so that two changes of one file cannot overtake each other.
  const load = (file: string) => {
    try {
      objectsByFile.set(file, parseManifest(readFileSync(file, 'utf8')));
    } catch (error) {
      const { message } = error as Error;
      log(`${relative(folder, file)} is not loaded: ${message}`);
    }
    changed();
  };
  const unload = (file: string) => {
    objectsByFile.delete(file);
    changed();
  };

  const watcher = watch(folder, {
    ignored: (path, stats) => !!stats?.isFile() && !path.endsWith('.yaml'),
    // An editor that truncates before it writes must not empty the cluster.
    awaitWriteFinish: { stabilityThreshold: 60, pollInterval: 20 },
  });
  watcher.on('add', load).on('change', load).on('unlink', unload);
  await once(watcher, 'ready');

  return {
    objects: () => objects,
    revision: () => revision,
    whenReloaded: () => once(changes, 'reloaded').then(() => {}),
    close: () => watcher.close(),
  };
}

function byNamespaceAndName(left: ClusterObject, right: ClusterObject): number {
  const key = ({ metadata: { namespace = '', name } }: ClusterObject) =>
    `${namespace}/${name}`;
  return key(left) < key(right) ? -1 : 1;
}
