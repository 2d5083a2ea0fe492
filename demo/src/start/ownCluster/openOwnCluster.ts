import type { KubernetesObject } from '@kubernetes/client-node';
import type { OwnClusterOptions } from '../commandLine';
import type { ShownCluster } from '../shownCluster';
import { askToGoOn } from './askToGoOn';
import { commandsByHand } from './byHand';
import { openKubeconfig } from './kubeconfig';
import { createObjects, findMissing, hoursOfToken, mintToken } from './reader';
import {
  nameObject,
  readReaderManifest,
  type ReaderManifest,
} from './readerManifest';

/**
 * Opens the cluster of a kubeconfig for the portal. Without a token, mints one
 * with the credentials of the kubeconfig, after saying what that creates and
 * asking.
 *
 * @param options.readerFile - manifest with the ServiceAccount to read with
 * @throws with the commands to do it by hand, when it may not be done here
 */
export async function openOwnCluster(
  options: OwnClusterOptions & {
    readerFile: string;
    say: (text: string) => void;
    mayGoOn?: (question: string) => Promise<boolean>;
  },
): Promise<ShownCluster> {
  const { kubeconfig, say, mayGoOn = askToGoOn } = options;
  const access = openKubeconfig(kubeconfig, options.context);
  const { config, context, url, caCertificate } = access;
  const shown = (token: string, description: string): ShownCluster => ({
    url,
    caCertificate,
    token,
    description: `${url}, context '${context}', ${description}`,
    stop: async () => {},
  });

  if (options.token) {
    return shown(options.token, 'with the token that was given');
  }

  const manifest = await readReaderManifest(options.readerFile);
  const byHand = `By hand:\n${commandsByHand(options, manifest)}`;
  try {
    const missing = await findMissing(config, manifest);
    say(announce({ context, url, kubeconfig }, missing, manifest));
    if (!options.yes && !(await mayGoOn('Go on?'))) {
      throw new Error('Nothing was created, because nobody has said yes.');
    }
    await createObjects(config, missing);
    const { token, expires } = await mintToken(config, manifest);
    return shown(
      token,
      `with a token that ends at ${expires.toLocaleTimeString()}; start again for a new one`,
    );
  } catch (error) {
    throw new Error(`${(error as Error).message}\n${byHand}`);
  }
}

function announce(
  cluster: { context: string; url: string; kubeconfig: string },
  missing: KubernetesObject[],
  { file, account }: ReaderManifest,
): string {
  return [
    `The credentials of ${cluster.kubeconfig} will be used to create, in context '${cluster.context}' (${cluster.url}),`,
    ...missing.map(object => `  - ${nameObject(object)}`),
    `  - a token of ServiceAccount ${account.namespace}/${account.name} for ${hoursOfToken} hours, which this portal reads with`,
    `${file} says what it may read; what is there already stays as it is.`,
  ].join('\n');
}
