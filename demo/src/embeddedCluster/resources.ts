import { negotiate } from './accept';
import {
  badRequest,
  jsonAnswer,
  notAcceptable,
  objectNotFound,
  pageNotFound,
  type Answer,
} from './answers';
import { apiVersionOf, type ServedKind } from './kinds';
import { isOfKind, type ClusterObject } from './manifests';
import type { ResourceTarget } from './requestPath';
import { parseFieldSelector, parseLabelSelector } from './selectors';

/** What the cluster holds at one moment. */
export interface ClusterContents {
  kinds: readonly ServedKind[];
  objects: readonly ClusterObject[];
  revision: number;
}

const metadataGroupVersion = { group: 'meta.k8s.io', version: 'v1' };

/** Answers a get or a list. */
export function answerResource(
  target: ResourceTarget,
  query: URLSearchParams,
  accept: string | undefined,
  contents: ClusterContents,
): Answer {
  const kind = contents.kinds.find(
    ({ group, version, plural }) =>
      group === target.group &&
      version === target.version &&
      plural === target.plural,
  );
  if (!kind || !scopeFits(kind, target)) {
    return pageNotFound();
  }
  const objects = contents.objects.filter(object => isOfKind(object, kind));
  return target.name
    ? get(objects, kind, target, query, accept)
    : list(objects, kind, target, query, accept, contents.revision);
}

function get(
  objects: ClusterObject[],
  kind: ServedKind,
  target: ResourceTarget,
  query: URLSearchParams,
  accept: string | undefined,
): Answer {
  const form = negotiate(accept, {
    as: 'PartialObjectMetadata',
    ...metadataGroupVersion,
  });
  if (!form) {
    return notAcceptable();
  }
  const refused = refuseQuery(query, ['resourceVersion']);
  if (refused) {
    return refused;
  }
  const found = objects.find(
    ({ metadata }) =>
      metadata.name === target.name &&
      (!kind.namespaced || metadata.namespace === target.namespace),
  );
  if (!found) {
    return objectNotFound(kind.group, kind.plural, target.name ?? '');
  }
  return jsonAnswer(form === 'plain' ? found : metadataOnly(found));
}

function list(
  objects: ClusterObject[],
  kind: ServedKind,
  target: ResourceTarget,
  query: URLSearchParams,
  accept: string | undefined,
  revision: number,
): Answer {
  const form = negotiate(accept, {
    as: 'PartialObjectMetadataList',
    ...metadataGroupVersion,
  });
  if (!form) {
    return notAcceptable();
  }
  const refused = refuseQuery(query, [
    'fieldSelector',
    'labelSelector',
    'resourceVersion',
  ]);
  if (refused) {
    return refused;
  }
  const labelSelector = query.get('labelSelector');
  const labelsMatch = labelSelector
    ? parseLabelSelector(labelSelector)
    : () => true;
  if (!labelsMatch) {
    return badRequest(`unable to parse requirement: ${labelSelector}`);
  }
  const fieldSelector = query.get('fieldSelector');
  const fieldsMatch = fieldSelector
    ? parseFieldSelector(fieldSelector)
    : () => true;
  if (!fieldsMatch) {
    return badRequest(`field label not supported: ${fieldSelector}`);
  }

  const selected = objects.filter(
    ({ metadata }) =>
      (!target.namespace || metadata.namespace === target.namespace) &&
      labelsMatch(metadata.labels ?? {}) &&
      fieldsMatch(metadata),
  );
  const metadata = { resourceVersion: String(revision) };
  return jsonAnswer(
    form === 'plain'
      ? {
          kind: `${kind.kind}List`,
          apiVersion: apiVersionOf(kind),
          metadata,
          items: kind.builtIn ? selected.map(withoutType) : selected,
        }
      : {
          kind: 'PartialObjectMetadataList',
          apiVersion: apiVersionOf(metadataGroupVersion),
          metadata,
          items: selected.map(metadataOnly),
        },
  );
}

/** A real API server ignores what it does not know; a double must not. */
function refuseQuery(
  query: URLSearchParams,
  known: string[],
): Answer | undefined {
  for (const [name, value] of query) {
    if (!known.includes(name)) {
      return badRequest(
        `the embedded cluster does not support the query parameter "${name}"`,
      );
    }
    if (name === 'resourceVersion' && value !== '0') {
      return badRequest(
        'the embedded cluster supports no resourceVersion but 0',
      );
    }
  }
  return undefined;
}

function scopeFits(kind: ServedKind, target: ResourceTarget): boolean {
  if (kind.namespaced) {
    return target.namespace !== undefined || target.name === undefined;
  }
  return target.namespace === undefined || target.namespace === target.name;
}

/** Lists of built-in kinds do not repeat the type on their items. */
function withoutType({ kind, apiVersion, ...object }: ClusterObject) {
  return object;
}

function metadataOnly({ metadata }: ClusterObject) {
  return {
    kind: 'PartialObjectMetadata',
    apiVersion: apiVersionOf(metadataGroupVersion),
    metadata,
  };
}
