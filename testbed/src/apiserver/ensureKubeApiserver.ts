import { apiserverModule, cacheFolder } from '../folders';
import { CommandError } from '../runCommand';
import { buildProgram } from './buildProgram';
import { sourceOfEnvironment, type ApiserverSource } from './source';

/** Where to look for a server, and where to say what is going on. */
export interface EnsureOptions {
  environment?: NodeJS.ProcessEnv;
  /** Receives readable lines; stderr if absent. */
  log?: (line: string) => void;
}

/**
 * Finds the API server to test against: the cluster of KUBECONFIG_UNDER_TEST,
 * else the executables of KUBEBUILDER_ASSETS, else our own program, which is
 * built once per machine. Without any of them, and without Go to build ours, it
 * says so and returns undefined; with CI=true it throws, so that no check is
 * skipped unseen.
 */
export async function ensureKubeApiserver({
  environment = process.env,
  log = line => process.stderr.write(`${line}\n`),
}: EnsureOptions = {}): Promise<ApiserverSource | undefined> {
  const source = await sourceOfEnvironment(environment);
  if (source) {
    return source;
  }
  try {
    const program = await buildProgram({
      module: apiserverModule,
      cache: cacheFolder(environment),
      environment,
      log,
    });
    return { kind: 'program', program };
  } catch (error) {
    if (!(error instanceof CommandError && error.isMissing)) {
      throw error;
    }
  }
  const line =
    'No API server to test against: install Go, or set KUBEBUILDER_ASSETS or KUBECONFIG_UNDER_TEST';
  if (environment.CI === 'true') {
    throw new Error(line);
  }
  log(line);
  return undefined;
}
