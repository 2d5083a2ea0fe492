import { tmpdir } from 'node:os';
import { CommandError, runCommand } from '../runCommand';

/**
 * The folder of a published Go module, `path@version`, downloaded unless it is
 * in Go's own cache, and verified by its checksum database.
 *
 * @throws with Go's reason if it cannot be had
 */
export async function goModuleFolder(
  module: string,
  environment = process.env,
): Promise<string> {
  const answer = await runCommand('go', ['mod', 'download', '-json', module], {
    // Outside of every Go module, so that no go.mod has a say in it.
    cwd: tmpdir(),
    env: { ...environment, GOTOOLCHAIN: 'local', GOWORK: 'off', GOFLAGS: '' },
  }).catch(error => {
    // Go says on standard output, as JSON, why it has failed.
    if (error instanceof CommandError && error.output) {
      return error.output;
    }
    throw error;
  });
  const { Dir: folder, Error: reason } = JSON.parse(answer) as {
    Dir?: string;
    Error?: string;
  };
  if (!folder) {
    throw new Error(`The Go module ${module} cannot be had: ${reason}`);
  }
  return folder;
}
