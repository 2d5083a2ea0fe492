import type {
  Finding,
  ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { fullEntityRef } from '../entityRef';
import { environmentRef } from './names';
import type { EntityOptions } from './options';

/** On a Kubernetes object: who owns its entity, as a ref to a Group or User. */
export const OWNER = 'knative-event-mesh/owner';

/** What the entity of an object belongs to; full refs. */
export interface Ownership {
  owner: string;
  system: string;
  findings: Finding[];
}

/**
 * Who owns the entity of an object: whom the object names, else whom the
 * configuration names for its namespace, else for all.
 */
export function ownershipOf(
  reference: ObjectReference,
  annotations: Record<string, string>,
  options: Pick<
    EntityOptions,
    'environment' | 'owner' | 'ownerByNamespace' | 'system'
  >,
): Ownership {
  const { namespace } = reference;
  const { ownerByNamespace = {} } = options;
  const configured = Object.hasOwn(ownerByNamespace, namespace)
    ? ownerByNamespace[namespace]
    : options.owner;
  const annotated = annotations[OWNER];
  const owner =
    annotated === undefined
      ? undefined
      : fullEntityRef(annotated, ['group', 'user']);
  return {
    owner: owner ?? configured,
    system: options.system ?? environmentRef(options.environment),
    findings:
      annotated === undefined || owner
        ? []
        : [
            {
              code: 'ownerNotValid',
              severity: 'info',
              object: reference,
              message: `The annotation ${OWNER} is no ref to a Group or User, so ${configured} owns this.`,
              action: `Write the name of a Group, or a full ref as in group:default/event-platform, into the annotation ${OWNER}.`,
            },
          ],
  };
}
