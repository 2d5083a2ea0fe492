import { access, constants } from 'node:fs/promises';
import { join } from 'node:path';

/** Which API server the tests run against. */
export type ApiserverSource =
  /** A cluster that already runs. */
  | { kind: 'kubeconfig'; kubeconfig: string }
  /** Somebody's own `kube-apiserver` and `etcd`. */
  | { kind: 'executables'; kubeApiserver: string; etcd: string }
  /** Our program, which is both. */
  | { kind: 'program'; program: string };

/** What the environment asks for; undefined if it leaves it to us. */
export async function sourceOfEnvironment({
  KUBECONFIG_UNDER_TEST: kubeconfig,
  KUBEBUILDER_ASSETS: folder,
}: NodeJS.ProcessEnv): Promise<ApiserverSource | undefined> {
  if (kubeconfig) {
    return { kind: 'kubeconfig', kubeconfig };
  }
  if (folder) {
    const kubeApiserver = join(folder, 'kube-apiserver');
    const etcd = join(folder, 'etcd');
    await Promise.all([
      mustBeExecutable(kubeApiserver),
      mustBeExecutable(etcd),
    ]);
    return { kind: 'executables', kubeApiserver, etcd };
  }
  return undefined;
}

async function mustBeExecutable(file: string): Promise<void> {
  await access(file, constants.X_OK).catch(() => {
    throw new Error(`KUBEBUILDER_ASSETS is set, but ${file} cannot be run`);
  });
}
