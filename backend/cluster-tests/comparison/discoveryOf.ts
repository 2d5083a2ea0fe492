import { isFields } from './normalise';

type Fields = Record<string, unknown>;

/**
 * Of a discovery document only what another one has too: the real cluster serves
 * more groups, versions and kinds, and more is known of each.
 *
 * @param known - the same document of the embedded cluster
 */
export function discoveryAsFarAs(known: unknown, document: unknown): unknown {
  if (Array.isArray(known) && Array.isArray(document)) {
    return known.every(isFields)
      ? known.map(entry =>
          discoveryAsFarAs(
            entry,
            document.find(other => keyOf(other) === keyOf(entry)),
          ),
        )
      : // Such as verbs and categories, in whatever order.
        known.filter(text => document.includes(text));
  }
  if (isFields(known) && isFields(document)) {
    return Object.fromEntries(
      Object.keys(known).map(name => [
        name,
        discoveryAsFarAs(known[name], document[name]),
      ]),
    );
  }
  return document;
}

function keyOf(entry: unknown): unknown {
  const { metadata, resource, name, groupVersion, version } = entry as Fields;
  const group = isFields(metadata) ? metadata.name ?? '' : undefined;
  return resource ?? name ?? groupVersion ?? version ?? group;
}
