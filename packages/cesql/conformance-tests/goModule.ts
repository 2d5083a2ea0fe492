import { execFile, execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';

/** A published Go module in Go's cache. */
export interface GoModule {
  folder: string;
  /** The path of its go.mod. */
  goMod: string;
}

export function hasGo(): boolean {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** @throws with Go's reason if the module, `path@version`, cannot be had */
export async function downloadGoModule(module: string): Promise<GoModule> {
  const { stdout } = await promisify(execFile)(
    'go',
    ['mod', 'download', '-json', module],
    {
      // Outside of every Go module, so that no go.mod has a say in it.
      cwd: tmpdir(),
      env: { ...process.env, GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '' },
    },
  );
  const answer = JSON.parse(stdout) as { Dir: string; GoMod: string };
  return { folder: answer.Dir, goMod: answer.GoMod };
}
