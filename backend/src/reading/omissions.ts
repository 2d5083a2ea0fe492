import type { Omission } from 'backstage-plugin-knative-event-mesh-common';
import type { Resource } from '../kubernetes/resource';
import { accessRule } from './accessRule';
import type { OptionalList } from './readOptionalList';
import { FEW_NAMESPACES } from './scope';

/** A list of a kind in a namespace, or of all at once. */
export interface TriedPlace {
  namespace?: string;
  list: OptionalList<unknown>;
}

/**
 * Names where a kind could not be listed: the kind once if that is so in all of
 * many namespaces, else each namespace.
 */
export function omissionsOf(
  resource: Resource,
  places: readonly TriedPlace[],
): Omission[] {
  const unread = places.filter(({ list }) => list.state !== 'read');
  const isEverywhere =
    unread.length === places.length && places.length > FEW_NAMESPACES;
  if (!isEverywhere) {
    return unread.flatMap(place => omissionOf(resource, place) ?? []);
  }
  // Of several reasons the one that somebody can do something about.
  const [first] = unread;
  const refused = unread.find(({ list }) => list.state === 'forbidden');
  const omission = omissionOf(resource, { list: (refused ?? first).list });
  return omission ? [omission] : [];
}

function omissionOf(
  { group, kind, plural }: Resource,
  { namespace, list }: TriedPlace,
): Omission | undefined {
  const what =
    namespace === undefined ? { group, kind } : { group, kind, namespace };
  switch (list.state) {
    case 'forbidden':
      return {
        ...what,
        reason: 'forbidden',
        message: forbiddenMessage(
          { group, plural },
          namespace,
          'they are left out',
        ),
      };
    case 'unavailable':
      return {
        ...what,
        reason: 'unavailable',
        message: `${list.message} They are left out until it can.`,
      };
    default:
      return undefined;
  }
}

/**
 * Names where objects that others refer to may not be looked up.
 *
 * @param namespaces - of all that are referred to
 * @param refused - those that may not be listed
 */
export function lookupOmissions(
  resource: Resource,
  namespaces: readonly string[],
  refused: ReadonlySet<string>,
): Omission[] {
  const { group, kind } = resource;
  const omission = (where: { namespace?: string }): Omission => ({
    group,
    kind,
    ...where,
    reason: 'forbidden',
    message: forbiddenMessage(
      resource,
      where.namespace,
      'what refers to them cannot be linked',
    ),
  });
  const isEverywhere =
    refused.size > FEW_NAMESPACES && refused.size === namespaces.length;
  return isEverywhere
    ? [omission({})]
    : [...refused].map(namespace => omission({ namespace }));
}

/**
 * Says what a token may not list and which rule to add.
 *
 * @param namespace - all of them if absent
 * @param consequence - as in `they are left out`
 */
export function forbiddenMessage(
  { group, plural }: Pick<Resource, 'group' | 'plural'>,
  namespace: string | undefined,
  consequence: string,
): string {
  const [where, role] =
    namespace === undefined
      ? ['all namespaces', 'a ClusterRole']
      : [`namespace ${namespace}`, 'a Role there'];
  const what = group ? `${plural} (${group})` : plural;
  const rule = accessRule(group, [plural]);
  return `The token may not list ${what} in ${where}, so ${consequence}. Add to ${role}:\n${rule}`;
}
