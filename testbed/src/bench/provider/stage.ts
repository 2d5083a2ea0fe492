import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { waitFor } from 'demo';
import { newPostgresDatabases } from '../../postgres/postgresDatabases';
import { createCatalogApi, type CatalogApi } from './backend/catalogApi';
import { startBackend, type MeasuredBackend } from './backend/startBackend';
import {
  openCatalogDatabase,
  type CatalogDatabase,
} from './database/catalogDatabase';
import { meshDocument } from './mesh/meshDocument';
import { userComponents } from './mesh/userComponents';
import { startMeshServer, writeAnswer, type MeshServer } from './meshServer';

/** A catalog with the Components of the users, before the first poll. */
export interface Stage {
  backend: MeasuredBackend;
  catalog: CatalogApi;
  database: CatalogDatabase;
  mesh: MeshServer;
  entities: number;
}

/** Waits for no longer than twenty minutes. */
const patienceMilliseconds = 1_200_000;

/**
 * Sets up a backend with a catalog of its own, and a mesh of so many entities
 * that it has not polled yet.
 *
 * @param postgresUrl - connection string of an account that may create databases
 */
export async function withStage<T>(
  entities: number,
  postgresUrl: string,
  act: (stage: Stage) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-provider-'));
  const componentsFile = join(folder, 'components.yaml');
  const components = userComponents(entities);
  await writeFile(
    componentsFile,
    // JSON is YAML.
    components.map(component => JSON.stringify(component)).join('\n---\n'),
  );
  const databases = newPostgresDatabases(postgresUrl);
  const mesh = await startMeshServer(writeAnswer(meshDocument(entities)));
  let backend: MeasuredBackend | undefined;
  let database: CatalogDatabase | undefined;
  try {
    backend = await startBackend({
      folder,
      meshUrl: mesh.url,
      database: databases.config,
      componentsFile,
    });
    const catalog = createCatalogApi(backend.url);
    database = openCatalogDatabase(
      postgresUrl,
      `${databases.config.prefix}catalog`,
    );
    const stage = { backend, catalog, database, mesh, entities };
    await until(
      'The Components of the users',
      async () => (await catalog.countUserComponents()) === components.length,
    );
    await untilAtRest(stage);
    return await act(stage);
  } finally {
    await backend?.stop();
    await database?.close();
    await mesh.close();
    await databases.drop();
    await rm(folder, { recursive: true });
  }
}

/** Waits until the catalog has nothing left to do. */
export async function untilAtRest({ database }: Stage): Promise<void> {
  await until('A catalog at rest', () => database.isAtRest());
}

/** Asks again and again, whether something is so. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  intervalMilliseconds = 250,
): Promise<void> {
  await waitFor({
    what,
    ask: async () => (await isSo()) || undefined,
    deadlineMilliseconds: patienceMilliseconds,
    intervalMilliseconds,
  });
}
