import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writePrivateFile } from './privateFile';

describe('writePrivateFile', () => {
  it('closes a file that was open to all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'private-file-'));
    try {
      const file = join(folder, 'file');
      await writeFile(file, 'before', { mode: 0o644 });

      await writePrivateFile(file, 'after');

      expect((await stat(file)).mode % 0o1000).toBe(0o600);
      expect(await readFile(file, 'utf8')).toBe('after');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
