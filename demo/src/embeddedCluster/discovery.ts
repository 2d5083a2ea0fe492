import { createHash } from 'node:crypto';
import { wantsTransform } from './accept';
import { jsonAnswer, pageNotFound, type Answer } from './answers';
import type { ServedKind } from './kinds';

const verbs = ['get', 'list'];
const g = 'apidiscovery.k8s.io';
const v = 'v2';
const as = 'APIGroupDiscoveryList';

/**
 * Answers `/api`, `/apis` and what is below: aggregated discovery to clients
 * that ask for it, the older documents to the others.
 */
export function answerDiscovery(
  path: string,
  headers: { accept?: string; 'if-none-match'?: string },
  kinds: readonly ServedKind[],
): Answer {
  const [, root, ...rest] = path.replace(/\/$/, '').split('/');
  const isCore = root === 'api';
  const ofRoot = kinds.filter(kind => (kind.group === '') === isCore);
  if (rest.length > 0) {
    return answerBelowRoot(rest.join('/'), ofRoot);
  }
  if (wantsTransform(headers.accept, { as, g, v })) {
    return unlessUnchanged(aggregated(ofRoot), headers['if-none-match']);
  }
  return jsonAnswer(
    isCore ? { kind: 'APIVersions', versions: ['v1'] } : apiGroupList(ofRoot),
  );
}

function answerBelowRoot(name: string, kinds: readonly ServedKind[]): Answer {
  const ofVersion = kinds.filter(kind => kind.apiVersion === name);
  if (ofVersion.length > 0) {
    return jsonAnswer(apiResourceList(ofVersion));
  }
  const [group] = apiGroups(kinds.filter(kind => kind.group === name));
  return group
    ? jsonAnswer({ kind: 'APIGroup', apiVersion: 'v1', ...group })
    : pageNotFound();
}

function aggregated(kinds: readonly ServedKind[]) {
  const items = groupBy(kinds, 'group').map(([name, ofGroup]) => ({
    metadata: name ? { name } : {},
    versions: groupBy(ofGroup, 'version').map(([version, ofVersion]) => ({
      version,
      resources: ofVersion.map(aggregatedResource),
      freshness: 'Current',
    })),
  }));
  return { kind: as, apiVersion: `${g}/${v}`, metadata: {}, items };
}

function aggregatedResource(served: ServedKind) {
  const { group, version, kind, builtIn } = served;
  return {
    resource: served.plural,
    // Kinds of a CRD state their group and version here, built-in ones do not.
    responseKind: builtIn
      ? { group: '', version: '', kind }
      : { group, version, kind },
    scope: served.namespaced ? 'Namespaced' : 'Cluster',
    singularResource: kind.toLowerCase(),
    verbs,
    categories: served.categories,
  };
}

function apiGroupList(kinds: readonly ServedKind[]) {
  return { kind: 'APIGroupList', apiVersion: 'v1', groups: apiGroups(kinds) };
}

function apiGroups(kinds: readonly ServedKind[]) {
  return groupBy(kinds, 'group').map(([name, ofGroup]) => {
    const versions = groupBy(ofGroup, 'version').map(([version]) => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions, preferredVersion: versions[0] };
  });
}

function apiResourceList(kinds: readonly ServedKind[]) {
  const groupVersion = kinds[0].apiVersion;
  const resources = kinds.map(({ kind, plural, namespaced, categories }) => {
    const singularName = kind.toLowerCase();
    return { name: plural, singularName, namespaced, kind, verbs, categories };
  });
  // The core group's is older than this field.
  const type = kinds[0].group ? { apiVersion: 'v1' } : {};
  return { kind: 'APIResourceList', ...type, groupVersion, resources };
}

function unlessUnchanged(document: unknown, ifNoneMatch?: string): Answer {
  const body = JSON.stringify(document);
  const headers = {
    ETag: `"${createHash('sha512').update(body).digest('hex')}"`,
    Vary: 'Accept',
  };
  const contentType = `application/json;g=${g};v=${v};as=${as}`;
  return ifNoneMatch === headers.ETag
    ? { status: 304, headers, body: '' }
    : {
        status: 200,
        headers: { ...headers, 'Content-Type': contentType },
        body,
      };
}

function groupBy(kinds: readonly ServedKind[], field: 'group' | 'version') {
  const values = [...new Set(kinds.map(kind => kind[field]))];
  return values.map(
    value => [value, kinds.filter(kind => kind[field] === value)] as const,
  );
}
