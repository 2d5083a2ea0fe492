import { wantsTransform } from './accept';
import {
  failure,
  jsonAnswer,
  noSuchResource,
  pageNotFound,
  Refusal,
  resourceFailure,
  type Answer,
} from './answers';
import type { ServedKind } from './kinds';
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
const metaApiVersion = `${meta.g}/${meta.v}`;

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
  const { group, version, plural, namespace, name } = target;
  const kind = contents.kinds.find(
    served =>
      served.group === group &&
      served.version === version &&
      served.plural === plural,
  );
  if (!kind || target.subresource || !scopeFits(kind, target)) {
    const isBuiltIn = contents.kinds.some(
      served => served.builtIn && served.group === group,
    );
    throw new Refusal(isBuiltIn ? noSuchResource() : pageNotFound());
  }

  const as = name ? 'PartialObjectMetadata' : 'PartialObjectMetadataList';
  const metadataOnly = wantsTransform(accept, { ...meta, as });
  const selects = readQuery(query, !name);
  const selected = contents.objects
    .filter(
      object =>
        object.kind === kind.kind &&
        groupOf(object) === kind.group &&
        (!namespace ||
          !kind.namespaced ||
          object.metadata.namespace === namespace) &&
        (!name || object.metadata.name === name) &&
        selects(object),
    )
    .map(object => ({ ...object, apiVersion: kind.apiVersion }));
  if (name) {
    if (selected.length === 0) {
      throw new Refusal(resourceFailure(404, 'NotFound', target, 'not found'));
    }
    return jsonAnswer(metadataOnly ? toMetadataOnly(selected[0]) : selected[0]);
  }
  const resourceVersion = String(contents.revision);
  if (metadataOnly) {
    return jsonAnswer({
      kind: as,
      apiVersion: metaApiVersion,
      metadata: { resourceVersion },
      items: nullIfEmpty(selected.map(toMetadataOnly)),
    });
  }
  return jsonAnswer({
    kind: `${kind.kind}List`,
    apiVersion: kind.apiVersion,
    metadata: { ...(!kind.builtIn && { continue: '' }), resourceVersion },
    items: kind.builtIn ? selected.map(withoutType) : selected,
  });
}

/** As the API server does, where Go has made no list. */
function nullIfEmpty(items: unknown[]): unknown[] | null {
  return items.length === 0 ? null : items;
}

/**
 * What a query selects. A real API server ignores parameters that it does not
 * know; a double must not, or tests would pass on what it left out.
 */
function readQuery(query: URLSearchParams, isList: boolean) {
  const selectors = [...query].flatMap(([parameter, value]) => {
    if (parameter === 'resourceVersion' && value === '0') {
      return [];
    }
    if (isList && parameter === 'labelSelector') {
      return [parseLabelSelector(value)];
    }
    if (isList && parameter === 'fieldSelector') {
      return [parseFieldSelector(value)];
    }
    const message = `the embedded cluster does not support ${parameter}=${value}`;
    throw new Refusal(failure(400, 'BadRequest', message));
  });
  return ({ metadata }: ClusterObject) =>
    selectors.every(selects => selects(metadata));
}

/** Whatever version a manifest has, its object is served in each. */
function groupOf({ apiVersion }: ClusterObject): string {
  return apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
}

function scopeFits(kind: ServedKind, { namespace, name }: ResourceTarget) {
  return kind.namespaced ? !name || !!namespace : namespace === name;
}

/** Lists of built-in kinds do not repeat the type on their items. */
function withoutType({ kind, apiVersion, ...object }: ClusterObject) {
  return object;
}

function toMetadataOnly({ metadata }: ClusterObject) {
  const kind = 'PartialObjectMetadata';
  return { kind, apiVersion: metaApiVersion, metadata };
}
