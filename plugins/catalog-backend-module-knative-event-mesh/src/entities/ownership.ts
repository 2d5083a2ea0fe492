import {
  OWNER,
  type EventMesh,
  type Finding,
  type ObjectReference,
} from 'backstage-plugin-knative-event-mesh-common';
import { fullEntityRef } from '../entityRef';
import { environmentRef } from './names';
import type { EntityOptions } from './options';

/** What the entity of an object belongs to; full refs. */
export interface Ownership {
  owner: string;
  system: string;
  findings: Finding[];
}

/** Whom Namespaces name as the owner of what is in them. */
export interface NamespaceOwners {
  /** Full refs, by namespace. */
  owners: ReadonlyMap<string, string>;
  /** One for each Namespace whose annotation is no ref. */
  findings: Finding[];
}

/** Reads the owners that Namespaces name; none where the token may not read them. */
export function readNamespaceOwners(
  namespaces: EventMesh['namespaces'] = [],
): NamespaceOwners {
  const owners = new Map<string, string>();
  const findings: Finding[] = [];
  for (const { name, owner } of namespaces) {
    const ref = ownerRef(owner);
    if (ref) {
      owners.set(name, ref);
    } else {
      findings.push(
        ownerNotValid(
          { group: '', kind: 'Namespace', namespace: name, name },
          'it names no owner of what is in the namespace',
        ),
      );
    }
  }
  return { owners, findings };
}

/**
 * Who owns the entity of an object: whom the object names, else whom its Namespace
 * does, else whom the configuration names for its namespace, else for all.
 */
export function ownershipOf(
  reference: ObjectReference,
  annotations: Record<string, string>,
  options: Pick<
    EntityOptions,
    'environment' | 'owner' | 'ownerByNamespace' | 'namespaceOwners' | 'system'
  >,
): Ownership {
  const { namespace } = reference;
  const { ownerByNamespace = {}, namespaceOwners } = options;
  const configured = Object.hasOwn(ownerByNamespace, namespace)
    ? ownerByNamespace[namespace]
    : options.owner;
  const inherited = namespaceOwners?.get(namespace) ?? configured;
  const annotated = annotations[OWNER];
  const owner = annotated === undefined ? undefined : ownerRef(annotated);
  return {
    owner: owner ?? inherited,
    system: options.system ?? environmentRef(options.environment),
    findings:
      annotated === undefined || owner
        ? []
        : [ownerNotValid(reference, `${inherited} owns this`)],
  };
}

function ownerRef(annotated: string): string | undefined {
  return fullEntityRef(annotated, ['group', 'user']);
}

function ownerNotValid(object: ObjectReference, consequence: string): Finding {
  return {
    code: 'ownerNotValid',
    severity: 'info',
    object,
    message: `The annotation ${OWNER} is no ref to a Group or User, so ${consequence}.`,
    action: `Write the name of a Group, or a full ref as in group:default/event-platform, into the annotation ${OWNER}.`,
  };
}
