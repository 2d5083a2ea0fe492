import { createHash } from 'node:crypto';
import { wantsTransform } from './accept';
import { jsonAnswer, pageNotFound, type Answer } from './answers';
import { apiVersionOf, type ServedKind } from './kinds';

const verbs = ['get', 'list'];

const aggregated = {
  g: 'apidiscovery.k8s.io',
  v: 'v2',
  as: 'APIGroupDiscoveryList',
};

/**
 * Answers `/api`, `/apis` and what is below: aggregated discovery to clients
 * that ask for it, the older documents to the others.
 */
export function answerDiscovery(
  path: string,
  headers: { accept?: string; 'if-none-match'?: string },
  kinds: readonly ServedKind[],
): Answer {
  const [, root, ...groupAndVersion] = path.split('/');
  const ofRoot = kinds.filter(kind => (kind.group === '') === (root === 'api'));
  if (groupAndVersion.length === 0) {
    if (wantsTransform(headers.accept, aggregated)) {
      const document = aggregatedDiscovery(ofRoot);
      return unlessUnchanged(document, headers['if-none-match']);
    }
    return jsonAnswer(
      root === 'api'
        ? { kind: 'APIVersions', versions: ['v1'] }
        : apiGroupList(ofRoot),
    );
  }
  const apiVersion = groupAndVersion.join('/');
  const ofVersion = ofRoot.filter(kind => apiVersionOf(kind) === apiVersion);
  return ofVersion.length > 0
    ? jsonAnswer(apiResourceList(apiVersion, ofVersion))
    : pageNotFound();
}

function aggregatedDiscovery(kinds: readonly ServedKind[]) {
  return {
    kind: aggregated.as,
    apiVersion: `${aggregated.g}/${aggregated.v}`,
    metadata: {},
    items: groupBy(kinds, 'group').map(([name, ofGroup]) => ({
      metadata: name ? { name } : {},
      versions: groupBy(ofGroup, 'version').map(([version, ofVersion]) => ({
        version,
        resources: ofVersion.map(aggregatedResource),
        freshness: 'Current',
      })),
    })),
  };
}

function aggregatedResource({ group, version, ...resource }: ServedKind) {
  const { kind, plural, namespaced, builtIn, categories } = resource;
  return {
    resource: plural,
    // Kinds of a CRD state their group and version here, built-in ones do not.
    responseKind: builtIn
      ? { group: '', version: '', kind }
      : { group, version, kind },
    scope: namespaced ? 'Namespaced' : 'Cluster',
    singularResource: kind.toLowerCase(),
    verbs,
    ...(categories.length > 0 && { categories }),
  };
}

function apiGroupList(kinds: readonly ServedKind[]) {
  const groups = groupBy(kinds, 'group').map(([name, ofGroup]) => {
    const versions = groupBy(ofGroup, 'version').map(([version]) => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions, preferredVersion: versions[0] };
  });
  return { kind: 'APIGroupList', apiVersion: 'v1', groups };
}

function apiResourceList(groupVersion: string, kinds: readonly ServedKind[]) {
  const resources = kinds.map(({ kind, plural, namespaced, categories }) => ({
    name: plural,
    singularName: kind.toLowerCase(),
    namespaced,
    kind,
    verbs,
    ...(categories.length > 0 && { categories }),
  }));
  return { kind: 'APIResourceList', apiVersion: 'v1', groupVersion, resources };
}

function unlessUnchanged(document: unknown, ifNoneMatch?: string): Answer {
  const { body } = jsonAnswer(document);
  const { g, v, as } = aggregated;
  const headers = {
    'Content-Type': `application/json;g=${g};v=${v};as=${as}`,
    ETag: `"${createHash('sha512').update(body).digest('hex')}"`,
    Vary: 'Accept',
  };
  return ifNoneMatch === headers.ETag
    ? { status: 304, headers, body: '' }
    : { status: 200, headers, body };
}

function groupBy(kinds: readonly ServedKind[], field: 'group' | 'version') {
  const values = [...new Set(kinds.map(kind => kind[field]))];
  return values.map(
    value => [value, kinds.filter(kind => kind[field] === value)] as const,
  );
}
