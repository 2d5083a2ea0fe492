import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import type { ProviderConfig } from './config';
import type { AbsentList } from './answer';
import { EVENTING_GROUP, MESSAGING_GROUP } from './entities/names';

/** A kind of objects in a Kubernetes namespace. */
export interface ObjectScope {
  group: string;
  kind: string;
  namespace: string;
}

/** The first omission that says that objects of a kind were not read. */
export function findOmission(
  omitted: Omission[],
  scope: ObjectScope,
): Omission | undefined {
  return omitted.find(
    omission =>
      (omission.group ?? scope.group) === scope.group &&
      (omission.kind ?? scope.kind) === scope.kind &&
      (omission.namespace ?? scope.namespace) === scope.namespace,
  );
}

/** What was left out, in words. */
export function describeOmission({ group, kind, namespace }: Omission): string {
  const what = kind ?? (group ? `everything of ${group}` : 'everything');
  return namespace ? `${what} in namespace ${namespace}` : what;
}

/** An omission for each list that an answer does not have. */
export type AbsentLists = ReadonlyMap<AbsentList, Omission>;

const groupOrKind: Record<AbsentList, Pick<Omission, 'group' | 'kind'>> = {
  subscribables: { group: MESSAGING_GROUP },
  sources: { group: 'sources.knative.dev' },
  triggers: { group: EVENTING_GROUP, kind: 'Trigger' },
  subscriptions: { group: MESSAGING_GROUP, kind: 'Subscription' },
  sinks: { group: 'sinks.knative.dev' },
  flows: { group: 'flows.knative.dev' },
  policies: { group: EVENTING_GROUP, kind: 'EventPolicy' },
};
const upstreamsLists: readonly AbsentList[] = ['subscribables', 'sources'];

/**
 * Says of the lists that an answer does not have that they are omitted, not
 * empty. Such an answer comes from another service, as the upstream one. Whoever
 * trusts that does not wait for lists that it never sends.
 */
export function omitAbsent(
  absent: AbsentList[],
  config: Pick<ProviderConfig, 'configKey' | 'trustConsumedBy'>,
): AbsentLists {
  return new Map(
    absent.map(name => {
      const isTrusted =
        config.trustConsumedBy && !upstreamsLists.includes(name);
      return [
        name,
        {
          ...groupOrKind[name],
          reason: isTrusted ? 'unsupported' : 'unavailable',
          message: `The answer of the service has no list of ${
            name === 'subscribables' ? 'channels' : name
          }${name === 'triggers' ? describeConsumers(config) : '.'}`,
        },
      ];
    }),
  );
}

function describeConsumers({
  configKey,
  trustConsumedBy,
}: Pick<ProviderConfig, 'configKey' | 'trustConsumedBy'>): string {
  return trustConsumedBy
    ? '. Consumers are related as it names them, because trustConsumedBy is set.'
    : `, so no consumer is certain. Use the event mesh service of this project, or set ${configKey}.trustConsumedBy to true to relate the consumers that it names.`;
}
