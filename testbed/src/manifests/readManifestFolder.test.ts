import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readManifestFolder } from './readManifestFolder';

describe('readManifestFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'manifests-'));
    await mkdir(join(folder, 'team'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  const write = (file: string, text: string) =>
    writeFile(join(folder, file), text);

  it('reads every YAML file below it, and nothing else', async () => {
    const text = 'apiVersion: v1\nkind: Service\nmetadata: { name: orders }\n';
    await write('b.yaml', text);
    await write('team/c.yaml', text.replace('orders', 'refunds'));
    await write('a.md', '# nothing');

    const objects = await readManifestFolder(folder);

    expect(objects.map(({ metadata }) => metadata.name)).toEqual([
      'orders',
      'refunds',
    ]);
  });

  it('names the file that cannot be read', async () => {
    await write('team/broken.yaml', 'kind: Service\n');

    await expect(readManifestFolder(folder)).rejects.toThrow(
      'team/broken.yaml: a document has no apiVersion',
    );
  });
});
