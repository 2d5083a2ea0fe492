import type { Cluster } from '../cluster/cluster';
import { installCrds, type InstallCrdsOptions } from './installCrds';
import { knativeManifests } from './knativeManifests';

/** What of Knative is installed, and how. */
export interface InstallKnativeOptions extends InstallCrdsOptions {
  /** CRDs (`triggers.eventing.knative.dev`) that are not installed. */
  without?: string[];
}

/**
 * Installs the CRDs of Knative Eventing, of its in-memory channel, and of
 * Serving, and waits until they are served.
 */
export async function installKnative(
  cluster: Cluster,
  { without = [], ...options }: InstallKnativeOptions = {},
): Promise<void> {
  const definitions = await Promise.all([
    knativeManifests.eventing(),
    knativeManifests.inMemoryChannel(),
    knativeManifests.serving(),
  ]);
  await installCrds(
    cluster,
    definitions
      .flat()
      .filter(({ metadata }) => !without.includes(metadata.name)),
    options,
  );
}
