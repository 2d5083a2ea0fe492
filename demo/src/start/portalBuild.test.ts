import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from './portalBuild';

describe('buildIfChanged', () => {
  let root: string;

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'portal-build-'));
    await mkdir(join(root, 'src/pages'), { recursive: true });
    await writeFile(join(root, 'src/pages/page.tsx'), 'one');
    await writeFile(join(root, 'yarn.lock'), 'lock');
  });

  afterEach(async () => {
    await rm(root, { recursive: true });
  });

  function attempt(build = () => writeFile(join(root, 'index.html'), '')) {
    return buildIfChanged({
      root,
      sources: ['src', 'yarn.lock'],
      result: 'index.html',
      record: 'cache/fingerprint',
      build,
    });
  }

  it('builds the first time and not again', async () => {
    expect(await attempt()).toBe(true);
    expect(await attempt()).toBe(false);
  });

  it.each([
    ['a source has changed', () => writeFile(join(root, 'yarn.lock'), 'other')],
    ['a source is new', () => writeFile(join(root, 'src/new.tsx'), '')],
    ['a source is gone', () => rm(join(root, 'src/pages/page.tsx'))],
    ['the result is gone', () => rm(join(root, 'index.html'))],
  ])('builds again when %s', async (_, change) => {
    await attempt();
    await change();
    expect(await attempt()).toBe(true);
  });

  it('does not remember a build that failed', async () => {
    await expect(
      attempt(async () => {
        throw new Error('does not compile');
      }),
    ).rejects.toThrow('does not compile');
    expect(await attempt()).toBe(true);
  });
});
