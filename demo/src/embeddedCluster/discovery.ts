import { createHash } from 'node:crypto';
import { negotiate } from './accept';
import {
  jsonAnswer,
  notAcceptable,
  pageNotFound,
  type Answer,
} from './answers';
import { apiVersionOf, type ServedKind } from './kinds';

/** The headers that discovery depends on. */
export interface DiscoveryHeaders {
  accept?: string;
  ifNoneMatch?: string;
}

const verbs = ['get', 'list'];

const aggregated = {
  as: 'APIGroupDiscoveryList',
  group: 'apidiscovery.k8s.io',
  version: 'v2',
};

const apiVersions = {
  kind: 'APIVersions',
  versions: ['v1'],
  serverAddressByClientCIDRs: [],
};

/**
 * Answers below `/api` and `/apis`: aggregated discovery to clients that ask
 * for it, the older documents to the others.
 */
export function answerDiscovery(
  path: string,
  headers: DiscoveryHeaders,
  kinds: readonly ServedKind[],
): Answer {
  const form = negotiate(headers.accept, aggregated);
  const [, root, ...segments] = path.split('/');
  const served = kinds.filter(kind => (kind.group === '') === (root === 'api'));
  if (segments.length === 0 && form === 'transformed') {
    return conditional(aggregatedDiscovery(served), headers.ifNoneMatch);
  }
  if (form !== 'plain') {
    return notAcceptable();
  }

  const [group, version] = root === 'api' ? ['', ...segments] : segments;
  const ofGroup = served.filter(kind => kind.group === group);
  const ofVersion = ofGroup.filter(kind => kind.version === version);
  if (segments.length === 0) {
    return jsonAnswer(root === 'api' ? apiVersions : apiGroupList(served));
  }
  if (version === undefined && ofGroup.length > 0) {
    return jsonAnswer({
      kind: 'APIGroup',
      apiVersion: 'v1',
      ...apiGroup(group, ofGroup),
    });
  }
  return ofVersion.length > 0
    ? jsonAnswer(apiResourceList(ofVersion))
    : pageNotFound();
}

function aggregatedDiscovery(kinds: readonly ServedKind[]) {
  return {
    kind: 'APIGroupDiscoveryList',
    apiVersion: 'apidiscovery.k8s.io/v2',
    metadata: {},
    items: groupBy(kinds, kind => kind.group).map(([group, ofGroup]) => ({
      metadata: group ? { name: group } : {},
      versions: groupBy(ofGroup, kind => kind.version).map(
        ([version, ofVersion]) => ({
          version,
          resources: ofVersion.map(aggregatedResource),
          freshness: 'Current',
        }),
      ),
    })),
  };
}

function aggregatedResource(kind: ServedKind) {
  return {
    resource: kind.plural,
    // Only kinds that come from a CRD state their group and version here.
    responseKind: kind.builtIn
      ? { group: '', version: '', kind: kind.kind }
      : { group: kind.group, version: kind.version, kind: kind.kind },
    scope: kind.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: kind.kind.toLowerCase(),
    verbs,
    ...optionalNames(kind),
  };
}

function apiGroupList(kinds: readonly ServedKind[]) {
  return {
    kind: 'APIGroupList',
    apiVersion: 'v1',
    groups: groupBy(kinds, kind => kind.group).map(([group, ofGroup]) =>
      apiGroup(group, ofGroup),
    ),
  };
}

function apiGroup(name: string, kinds: readonly ServedKind[]) {
  const versions = groupBy(kinds, kind => kind.version).map(([version]) => ({
    groupVersion: `${name}/${version}`,
    version,
  }));
  return { name, versions, preferredVersion: versions[0] };
}

function apiResourceList(kinds: readonly ServedKind[]) {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion: apiVersionOf(kinds[0]),
    resources: kinds.map(kind => ({
      name: kind.plural,
      singularName: kind.kind.toLowerCase(),
      namespaced: kind.namespaced,
      kind: kind.kind,
      verbs,
      ...optionalNames(kind),
    })),
  };
}

function optionalNames({ shortNames, categories }: ServedKind) {
  return {
    ...(shortNames.length > 0 && { shortNames }),
    ...(categories.length > 0 && { categories }),
  };
}

function conditional(document: unknown, ifNoneMatch?: string): Answer {
  const answer = jsonAnswer(document);
  const etag = `"${createHash('sha512').update(answer.body).digest('hex')}"`;
  const headers = {
    'Content-Type': `application/json;g=${aggregated.group};v=${aggregated.version};as=${aggregated.as}`,
    ETag: etag,
    Vary: 'Accept',
  };
  return ifNoneMatch === etag
    ? { status: 304, headers, body: '' }
    : { ...answer, headers };
}

function groupBy(
  kinds: readonly ServedKind[],
  key: (kind: ServedKind) => string,
): [string, ServedKind[]][] {
  return [...new Set(kinds.map(key))].map(value => [
    value,
    kinds.filter(kind => key(kind) === value),
  ]);
}
