import { existsSync } from 'node:fs';
import { mkdir, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { withFileLock } from '../fileLock';
import { runCommand } from '../runCommand';
import { buildKey, kubernetesVersion, readBuildInputs } from './buildInputs';

/**
 * The API server built out of a Go module: out of the cache, or now, which takes
 * minutes. Two processes that want it at once build it once.
 *
 * @throws CommandError without Go, or if the build fails
 */
export async function buildProgram(options: {
  module: string;
  cache: string;
  environment: NodeJS.ProcessEnv;
  log: (line: string) => void;
}): Promise<string> {
  const { module, cache, environment, log } = options;
  const inputs = await readBuildInputs(module);
  const folder = join(cache, buildKey(inputs));
  const program = join(folder, 'kube-apiserver');
  if (existsSync(program)) {
    return program;
  }

  await runCommand('go', ['version'], { env: environment });
  await mkdir(folder, { recursive: true });
  const build = async () => {
    if (existsSync(program)) {
      return;
    }
    const version = kubernetesVersion(inputs);
    log(`Building kube-apiserver ${version}, once per machine: some minutes`);
    const started = Date.now();
    await goBuild(module, version, `${program}.new`, environment);
    // Whoever sees the file may run it, so it appears when it is whole.
    await rename(`${program}.new`, program);
    const seconds = Math.round((Date.now() - started) / 1_000);
    log(`Built ${program} in ${seconds} s`);
  };
  await withFileLock(join(folder, 'lock'), build, () =>
    log('Waiting for another process that builds kube-apiserver'),
  );
  return program;
}

function goBuild(
  module: string,
  version: string,
  output: string,
  environment: NodeJS.ProcessEnv,
) {
  // Without it the server does not know which version it is.
  const stamp = `-X k8s.io/component-base/version.gitVersion=${version}`;
  return runCommand(
    'go',
    ['build', '-trimpath', `-ldflags=-s -w ${stamp}`, '-o', output, '.'],
    {
      cwd: module,
      env: {
        ...environment,
        CGO_ENABLED: '0',
        GOTOOLCHAIN: 'local',
        GOWORK: 'off',
      },
    },
  );
}
