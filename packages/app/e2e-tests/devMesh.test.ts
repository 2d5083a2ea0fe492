import { expect, test } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { settledEntities } from './catalogEntities';
import { portal } from './portal';

/** What the dev app of the frontend plugin shows, in place of a catalog. */
const file = join(
  __dirname,
  '../../../plugins/knative-event-mesh/dev/demoMesh.json',
);

/** `yarn dev-mesh:generate` writes the file; otherwise it is held to the portal. */
test('the dev app of the plugin shows the mesh as the catalog has it', async () => {
  test.setTimeout(180_000);
  const entities = await settledEntities(portal);

  if (process.env.DEV_MESH === 'write') {
    await writeFile(file, JSON.stringify(entities, undefined, 2));
    return;
  }
  expect(
    JSON.parse(await readFile(file, 'utf8')),
    'what differs? `yarn dev-mesh:generate` writes it anew',
  ).toEqual(entities);
});
