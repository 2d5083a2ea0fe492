import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entitiesOfTest } from './entitiesOfTest';
import { testScale } from './testScale';

describe('a large mesh in a backend on SQLite', () => {
  const directory = mkdtempSync(join(tmpdir(), 'scale-sqlite-'));
  const entities = entitiesOfTest(2_000);

  testScale({
    entities,
    replicas: 1,
    database: { client: 'better-sqlite3', connection: { directory } },
    openDatabase: () => ({
      client: 'better-sqlite3',
      connection: { filename: join(directory, 'catalog.sqlite') },
    }),
  });

  afterAll(() => rmSync(directory, { recursive: true }));
});
