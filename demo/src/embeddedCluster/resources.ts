import { wantsTransform } from './accept';
import {
  failure,
  jsonAnswer,
  pageNotFound,
  Refusal,
  resourceFailure,
  type Answer,
} from './answers';
import { apiVersionOf, type ServedKind } from './kinds';
import type { ClusterObject } from './manifests';
import type { ResourceTarget } from './requestPath';
import { parseFieldSelector, parseLabelSelector } from './selectors';

/** What the cluster holds at one moment. */
export interface ClusterContents {
  kinds: readonly ServedKind[];
  objects: readonly ClusterObject[];
  revision: number;
}

const meta = { g: 'meta.k8s.io', v: 'v1' };

/**
 * Answers a get or a list.
 *
 * @throws Refusal if something is asked that is not there or not supported
 */
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
    throw new Refusal(pageNotFound());
  }
  const objects = contents.objects.filter(
    object =>
      object.kind === kind.kind &&
      object.apiVersion === apiVersionOf(kind) &&
      (!kind.namespaced ||
        !target.namespace ||
        object.metadata.namespace === target.namespace),
  );
  return jsonAnswer(
    target.name
      ? get(objects, target, query, accept)
      : list(objects, kind, query, accept, contents.revision),
  );
}

function get(
  objects: ClusterObject[],
  target: ResourceTarget,
  query: URLSearchParams,
  accept: string | undefined,
) {
  const transform = { ...meta, as: 'PartialObjectMetadata' };
  const metadataOnly = wantsTransform(accept, transform);
  refuseUnsupported(query, ['resourceVersion']);
  const found = objects.find(({ metadata }) => metadata.name === target.name);
  if (!found) {
    const answer = resourceFailure(404, 'NotFound', target, 'not found');
    throw new Refusal(answer);
  }
  return metadataOnly ? toMetadataOnly(found) : found;
}

function list(
  objects: ClusterObject[],
  kind: ServedKind,
  query: URLSearchParams,
  accept: string | undefined,
  revision: number,
) {
  const transform = { ...meta, as: 'PartialObjectMetadataList' };
  const metadataOnly = wantsTransform(accept, transform);
  const selectors = ['labelSelector', 'fieldSelector'] as const;
  refuseUnsupported(query, ['resourceVersion', ...selectors]);
  const labelSelector = query.get('labelSelector');
  const fieldSelector = query.get('fieldSelector');
  const requirements = [
    ...(labelSelector ? [parseLabelSelector(labelSelector)] : []),
    ...(fieldSelector ? [parseFieldSelector(fieldSelector)] : []),
  ];
  const items = objects.filter(({ metadata }) =>
    requirements.every(holds => holds(metadata)),
  );
  const metadata = { resourceVersion: String(revision) };
  if (metadataOnly) {
    return {
      kind: transform.as,
      apiVersion: `${meta.g}/${meta.v}`,
      metadata,
      items: items.map(toMetadataOnly),
    };
  }
  return {
    kind: `${kind.kind}List`,
    apiVersion: apiVersionOf(kind),
    metadata,
    items: kind.builtIn ? items.map(withoutType) : items,
  };
}

/** A real API server ignores what it does not know; a double must not. */
function refuseUnsupported(query: URLSearchParams, supported: string[]): void {
  for (const [name, value] of query) {
    if (
      !supported.includes(name) ||
      (name === 'resourceVersion' && value !== '0')
    ) {
      const message = `the embedded cluster does not support ${name}=${value}`;
      throw new Refusal(failure(400, 'BadRequest', message));
    }
  }
}

function scopeFits(kind: ServedKind, target: ResourceTarget): boolean {
  return kind.namespaced
    ? target.namespace !== undefined || target.name === undefined
    : target.namespace === target.name;
}

/** Lists of built-in kinds do not repeat the type on their items. */
function withoutType({ kind, apiVersion, ...object }: ClusterObject) {
  return object;
}

function toMetadataOnly({ metadata }: ClusterObject) {
  const apiVersion = `${meta.g}/${meta.v}`;
  return { kind: 'PartialObjectMetadata', apiVersion, metadata };
}
