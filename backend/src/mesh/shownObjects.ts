import { isGenerated, isGeneratedPolicy, uidsIn } from './generated';
import type { MeshObjects } from './meshObjects';
import { sortedBy } from './sort';

/** Everything that was read, sorted by namespace, name and kind. */
export function sortedObjects(objects: MeshObjects): MeshObjects {
  return {
    brokers: sorted(objects.brokers),
    eventTypes: sorted(objects.eventTypes),
    triggers: sorted(objects.triggers),
    channels: sorted(objects.channels),
    subscriptions: sorted(objects.subscriptions),
    sources: sorted(objects.sources),
    sinks: sorted(objects.sinks),
    flows: sorted(objects.flows),
    policies: sorted(objects.policies),
  };
}

/** Without what Knative has generated for something that is shown itself. */
export function withoutGenerated(objects: MeshObjects): MeshObjects {
  const uids = uidsIn(objects);
  const shown = <T extends Parameters<typeof isGenerated>[0]>(
    items: readonly T[],
  ) => items.filter(item => !isGenerated(item, uids));
  return {
    brokers: shown(objects.brokers),
    eventTypes: objects.eventTypes,
    triggers: shown(objects.triggers),
    channels: shown(objects.channels),
    subscriptions: shown(objects.subscriptions),
    sources: shown(objects.sources),
    sinks: shown(objects.sinks),
    flows: shown(objects.flows),
    policies: objects.policies.filter(
      policy => !isGeneratedPolicy(policy, uids),
    ),
  };
}

function sorted<
  T extends {
    group?: string;
    kind?: string;
    metadata: { namespace: string; name: string };
  },
>(objects: readonly T[]): T[] {
  return sortedBy(
    objects,
    ({ metadata }) => metadata.namespace,
    ({ metadata }) => metadata.name,
    ({ kind }) => kind,
    ({ group }) => group,
  );
}
