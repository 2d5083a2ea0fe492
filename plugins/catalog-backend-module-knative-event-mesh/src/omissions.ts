import type {
  EventMesh,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import type { ProviderConfig } from './config';
import { EVENTING_GROUP } from './entities/names';

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

/**
 * A mesh whose omissions name the triggers, if its answer has no list of them.
 * Such an answer comes from another service, as the upstream one; its triggers
 * are omitted, not absent.
 */
export function withAbsentTriggers(
  mesh: EventMesh,
  config: Pick<ProviderConfig, 'configKey' | 'trustConsumedBy'>,
): EventMesh {
  if (mesh.triggers) {
    return mesh;
  }
  const omission: Omission = {
    group: EVENTING_GROUP,
    kind: 'Trigger',
    ...(config.trustConsumedBy
      ? {
          reason: 'unsupported',
          message:
            'The service lists no triggers. Consumers are related as it names them, because trustConsumedBy is set.',
        }
      : {
          reason: 'unavailable',
          message: `The service lists no triggers, so no consumer is certain. Use the event mesh service of this project, or set ${config.configKey}.trustConsumedBy to true to relate the consumers that it names.`,
        }),
  };
  return { ...mesh, omitted: [...(mesh.omitted ?? []), omission] };
}
