import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goModuleFolder } from './goModule';

describe('goModuleFolder', () => {
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'go-module-'));
  });

  afterEach(() => rm(folder, { recursive: true }));

  async function installGo(answer: object, exitCode: number) {
    const script = `#!/bin/sh\necho '${JSON.stringify(
      answer,
    )}'\nexit ${exitCode}\n`;
    await writeFile(join(folder, 'go'), script);
    await chmod(join(folder, 'go'), 0o755);
  }

  const find = () =>
    goModuleFolder('example.com/module@v1.0.0', { PATH: folder });

  it('is where Go has put the module', async () => {
    await installGo({ Dir: '/modules/module@v1.0.0' }, 0);

    expect(await find()).toBe('/modules/module@v1.0.0');
  });

  it('says why Go cannot have it', async () => {
    await installGo({ Error: 'no such version' }, 1);

    await expect(find()).rejects.toThrow(
      'The Go module example.com/module@v1.0.0 cannot be had: no such version',
    );
  });

  it('says that Go is missing', async () => {
    await expect(find()).rejects.toThrow('ENOENT');
  });
});
