import { readdirSync } from 'node:fs';
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort, startProcess, waitFor } from 'demo';
import type { PackedPackage } from './packPackages';
import { repository } from './packages';
import { startMeshService } from './startMeshService';

/** A backend that has the catalog and our module, and nothing else. */
export interface BareBackend {
  /**
   * Resolves when the catalog has an entity from the event mesh.
   *
   * @throws with the end of the log when it does not come
   */
  untilInCatalog(kind: string, name: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Starts a backend in a process of its own, with our packages as they are
 * published and those that they depend on from this repository, against the
 * demo mesh.
 *
 * @param options.folder - a folder that is not there yet
 */
export async function startBareBackend(options: {
  folder: string;
  packed: PackedPackage[];
}): Promise<BareBackend> {
  const { folder, packed } = options;
  await layOut(folder, packed);
  const service = await startMeshService(folder);
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  await writeFile(
    join(folder, 'app-config.yaml'),
    JSON.stringify({
      app: { baseUrl: url },
      backend: {
        baseUrl: url,
        listen: { host: '127.0.0.1', port },
        database: { client: 'better-sqlite3', connection: ':memory:' },
        // The test asks the catalog without signing in.
        auth: { dangerouslyDisableDefaultAuthPolicy: true },
      },
      catalog: {
        providers: {
          knativeEventMesh: {
            demo: { baseUrl: service.url, token: service.token },
          },
        },
      },
    }),
  );
  const backend = startProcess({
    name: 'bare backend',
    arguments: [join(__dirname, 'bareBackend.js'), folder],
    directory: folder,
    // In production, errors of scheduled tasks are logged without their message.
    environment: { NODE_ENV: 'development' },
    logFile: join(folder, 'backend.log'),
  });

  return {
    async untilInCatalog(kind, name) {
      try {
        await waitFor({
          what: `${kind}:${name} in the catalog`,
          ask: async () => {
            const filter = `kind=${kind},metadata.name=${name},metadata.annotations.knative-event-mesh/role`;
            const answer = await fetch(
              `${url}/api/catalog/entities/by-query?limit=500&filter=${filter}`,
            );
            const { items } = (await answer.json()) as { items: unknown[] };
            return items.length > 0 ? true : undefined;
          },
          deadlineMilliseconds: 120_000,
          intervalMilliseconds: 1_000,
          giveUp: () => (backend.isRunning() ? undefined : 'It has stopped'),
        });
      } catch (error) {
        throw new Error(`${error}\n${await backend.logTail(30)}`);
      }
    },
    async stop() {
      await backend.stop();
      await service.stop();
    },
  };
}

/** Our packages as they are published, beside links to everybody else's. */
async function layOut(folder: string, packed: PackedPackage[]) {
  const modules = join(folder, 'node_modules');
  await mkdir(modules, { recursive: true });
  const ours = new Set(packed.map(({ name }) => name));
  for (const one of packed) {
    await cp(one.folder, join(modules, one.name), { recursive: true });
  }
  const theirs = join(repository, 'node_modules');
  for (const name of readdirSync(theirs)) {
    if (!name.startsWith('.') && !ours.has(name)) {
      await symlink(join(theirs, name), join(modules, name));
    }
  }
  await writeFile(
    join(folder, 'package.json'),
    JSON.stringify({
      name: 'bare',
      private: true,
      workspaces: [],
      dependencies: Object.fromEntries(
        packed.map(({ name, version }) => [name, version]),
      ),
    }),
  );
}
