import { isPathPart, type Resource } from './resource';

/** One version of an API group, as discovery describes it. */
export interface GroupVersion {
  version: string;
  /** Whether the server cannot say at present what the version holds. */
  stale: boolean;
  resources: Resource[];
}

/** Versions by group, in the server's order; the core group is empty text. */
export type DiscoveredGroups = Map<string, GroupVersion[]>;

/** A discovery document of either kind. */
export type DiscoveryDocument =
  | { aggregated: true; groups: DiscoveredGroups }
  /** Before Kubernetes 1.27: names of versions, whose content is asked for apart. */
  | { aggregated: false; versions: Map<string, string[]> };

/**
 * Reads `/api` or `/apis`, aggregated or not (kubernetes.md 2.3).
 *
 * @returns undefined if the document is neither
 */
export function parseDiscovery(
  document: unknown,
): DiscoveryDocument | undefined {
  const { kind, items, groups, versions } = fields(document);
  switch (kind) {
    case 'APIGroupDiscoveryList':
      return { aggregated: true, groups: parseAggregated(items) };
    case 'APIGroupList':
      return {
        aggregated: false,
        versions: new Map(
          list(groups)
            .map(fields)
            .filter(group => isPathPart(text(group.name)))
            .map(group => [
              text(group.name),
              list(group.versions)
                .map(version => text(fields(version).version))
                .filter(isPathPart),
            ]),
        ),
      };
    case 'APIVersions':
      return {
        aggregated: false,
        versions: new Map([['', list(versions).map(text).filter(isPathPart)]]),
      };
    default:
      return undefined;
  }
}

/**
 * Reads `/api/<version>` or `/apis/<group>/<version>`.
 *
 * @returns undefined if the document is no list of resources
 */
export function parseResourceList(
  document: unknown,
  group: string,
  version: string,
): GroupVersion | undefined {
  const { kind, resources } = fields(document);
  if (kind !== 'APIResourceList') {
    return undefined;
  }
  return {
    version,
    stale: false,
    resources: list(resources).flatMap(item => {
      const resource = fields(item);
      return toResource(group, version, {
        ...resource,
        plural: resource.name,
        namespaced: resource.namespaced === true,
      });
    }),
  };
}

function parseAggregated(items: unknown): DiscoveredGroups {
  return new Map(
    list(items).map(item => {
      const { metadata, versions } = fields(item);
      const group = text(fields(metadata).name);
      return [group, list(versions).flatMap(parseVersion(group))];
    }),
  );
}

function parseVersion(group: string): (item: unknown) => GroupVersion[] {
  return item => {
    const { version, freshness, resources } = fields(item);
    if (typeof version !== 'string' || !isPathPart(version)) {
      return [];
    }
    return [
      {
        version,
        stale: freshness === 'Stale',
        resources: list(resources).flatMap(entry => {
          const resource = fields(entry);
          return toResource(group, version, {
            ...resource,
            kind: fields(resource.responseKind).kind,
            plural: resource.resource,
            namespaced: resource.scope === 'Namespaced',
          });
        }),
      },
    ];
  };
}

/** Leaves out subresources (`triggers/status`) and what could not be asked for. */
function toResource(
  group: string,
  version: string,
  described: Record<string, unknown> & { namespaced: boolean },
): Resource[] {
  const { kind, plural, namespaced, verbs, categories } = described;
  if (
    typeof kind !== 'string' ||
    typeof plural !== 'string' ||
    !isPathPart(plural)
  ) {
    return [];
  }
  return [
    {
      group,
      version,
      kind,
      plural,
      namespaced,
      listable: list(verbs).includes('list'),
      categories: list(categories).map(text),
    },
  ];
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value))
    : {};
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
