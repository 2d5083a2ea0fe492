import { parseArgs } from 'node:util';

/** Which cluster of somebody the portal shows, and with what. */
export interface OwnClusterOptions {
  kubeconfig: string;
  /** The current context if absent. */
  context?: string;
  /** Minted if absent. */
  token?: string;
  /** Whether nobody has to be asked before something is created. */
  yes: boolean;
}

/** What the command is asked to do. */
export type Command =
  | { kind: 'help' }
  | { kind: 'demoMesh' }
  | ({ kind: 'ownCluster' } & OwnClusterOptions);

/** What `--help` prints. */
export const usage = `Starts the demo portal. Without options, on the demo mesh in an embedded cluster.

  npm start
  npm start -- --kubeconfig FILE [--context NAME] [--token TOKEN] [--yes]

  --kubeconfig FILE  shows the cluster of this kubeconfig instead
  --context NAME     another context of the file than its current one
  --token TOKEN      what the cluster is read with; npm prints its command line, so
                     better set the environment variable KNATIVE_EVENT_MESH_TOKEN.
                     Without a token, one is minted for the account of
                     backend/deploy/reader.yaml, which is created if it is missing
  --yes              creates them without asking
  --help             prints this

PORT=8080 npm start  listens on another port than 7007
`;

/** A command line that makes no sense; the message says why. */
export class UsageError extends Error {
  override name = 'UsageError';
}

/**
 * Reads the arguments of the command.
 *
 * @throws UsageError
 */
export function parseCommandLine(
  commandLine: string[],
  environment: NodeJS.ProcessEnv = {},
): Command {
  const { help, kubeconfig, context, token, yes = false } = parse(commandLine);
  if (help) {
    return { kind: 'help' };
  }
  if (kubeconfig === undefined) {
    const given = Object.entries({ context, token, yes }).find(([, on]) => on);
    if (given) {
      throw new UsageError(`--${given[0]} means nothing without --kubeconfig.`);
    }
    return { kind: 'demoMesh' };
  }
  return {
    kind: 'ownCluster',
    kubeconfig: notEmpty('kubeconfig', kubeconfig),
    context: context === undefined ? undefined : notEmpty('context', context),
    token:
      token === undefined
        ? environment.KNATIVE_EVENT_MESH_TOKEN || undefined
        : notEmpty('token', token),
    yes,
  };
}

function parse(commandLine: string[]) {
  try {
    return parseArgs({
      args: commandLine,
      options: {
        help: { type: 'boolean' },
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
        token: { type: 'string' },
        yes: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function notEmpty(option: string, value: string): string {
  if (value === '') {
    throw new UsageError(`--${option} is empty.`);
  }
  return value;
}
