import type {
  EventMeshRole,
  ObjectReference,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import type { AbsentList } from '../answer';
import { findOmission, type AbsentLists } from '../omissions';

/** Says why an object is not in an answer, if the answer left it out. */
export type FindUnread = (
  reference: ObjectReference,
  role?: EventMeshRole,
) => Omission | undefined;

const listOfRole: Partial<Record<EventMeshRole, AbsentList>> = {
  channel: 'subscribables',
  source: 'sources',
  sink: 'sinks',
  flow: 'flows',
};

/**
 * Whether an omission says that something could not be read this time. What a
 * service does not read at all is no reason to wait for it.
 */
export function isDoubtful(omission: Omission): boolean {
  return omission.reason !== 'unsupported';
}

/**
 * Finds what an answer leaves out.
 *
 * @param absent - whole lists, which hold kinds of any API group: what was in
 * them is recognised by its role
 */
export function unreadBy(omitted: Omission[], absent: AbsentLists): FindUnread {
  const doubtful = omitted.filter(isDoubtful);
  return (reference, role) => {
    const list = role && listOfRole[role];
    const missing = list && absent.get(list);
    return (
      findOmission(doubtful, reference) ??
      (missing && isDoubtful(missing) ? missing : undefined)
    );
  };
}
