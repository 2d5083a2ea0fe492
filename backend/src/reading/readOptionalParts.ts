import type { KubernetesClient } from '../kubernetes/client';
import type { ReadItems } from '../kubernetes/listReadings';
import { parseChannel } from '../mesh/channel';
import { parseEventPolicy } from '../mesh/eventPolicy';
import { parseFlow } from '../mesh/flow';
import type { UnknownObject } from '../mesh/guards';
import type { GroupKind } from '../mesh/knative';
import type { MeshObjects } from '../mesh/meshObjects';
import { parseObjects, type ParsedObjects } from '../mesh/parseObjects';
import { perKind } from '../mesh/perKind';
import { parseSink } from '../mesh/sink';
import { parseSource } from '../mesh/source';
import { parseSubscription } from '../mesh/subscription';
import type { MeshKinds, OptionalPart } from './findMeshKinds';
import { readOptionalKind, type OptionalKind } from './readOptionalKind';
import type { Scope } from './scope';

/** The kinds of each part of the mesh that may be missing, as they were read. */
export type OptionalParts = {
  readonly [P in OptionalPart]: readonly OptionalKind<MeshObjects[P][number]>[];
};

type ReaderOfKind<T> = (kind: GroupKind) => ReadItems<ParsedObjects<T>>;

const readers: { [P in OptionalPart]: ReaderOfKind<MeshObjects[P][number]> } = {
  channels: readerOf(parseChannel),
  subscriptions: readerOf(() => parseSubscription),
  sources: readerOf(parseSource),
  sinks: readerOf(parseSink),
  flows: readerOf(parseFlow),
  policies: readerOf(() => parseEventPolicy),
};

function readerOf<T>(
  parserOf: (kind: GroupKind) => (object: UnknownObject) => T,
): ReaderOfKind<T> {
  return perKind(kind => {
    const parse = parserOf(kind);
    return items => parseObjects(kind, items, parse);
  });
}

/**
 * Lists all kinds that the mesh can do without, all in parallel.
 *
 * @throws KubernetesError as `readOptionalList` does
 */
export async function readOptionalParts(
  client: KubernetesClient,
  kinds: MeshKinds['optional'],
  scope: Scope,
): Promise<OptionalParts> {
  const read = <P extends OptionalPart>(part: P) => {
    const readerOfKind: ReaderOfKind<MeshObjects[P][number]> = readers[part];
    return Promise.all(
      kinds[part].map(resource =>
        readOptionalKind(client, resource, scope, readerOfKind(resource)),
      ),
    );
  };
  const [channels, subscriptions, sources, sinks, flows, policies] =
    await Promise.all([
      read('channels'),
      read('subscriptions'),
      read('sources'),
      read('sinks'),
      read('flows'),
      read('policies'),
    ]);
  return { channels, subscriptions, sources, sinks, flows, policies };
}
