import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { FilterPredicate } from '@backstage/filter-predicates';
import type { CatalogApi } from '@backstage/plugin-catalog-react';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import { componentFilters } from '../componentFilters';
import { roleFilter } from '../roleFilter';
import { buildMeshGraph, type ReferredEntities } from './buildMeshGraph';
import { distancesFrom } from './neighbourhood';
import type { TopologyScope } from './topologyScope';

/** More entities than that cannot be overlooked, drawn or listed. */
export const mostEntities = 2000;

/** Refs that are asked for at once. */
const batchSize = 200;

/** What was read of the catalog for a topology. */
export interface TopologyReading {
  /** What tells of links. */
  entities: Entity[];
  /** What they name besides. */
  referred: ReferredEntities;
  /** Whether there is more than was read. */
  isCut: boolean;
}

/** All that a topology shows; not the schemas, which are large. */
const fields = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'relations',
  'spec.type',
  ...[
    'brokerClass',
    'consumers',
    'delivery',
    'emissions',
    'findings',
    'producers',
    'provider',
    'readiness',
    'relatedProducers',
    'reply',
    'senders',
    'sink',
    'steps',
    'subscriptions',
    'triggers',
    'type',
    'workloads',
  ].map(name => `spec.eventMesh.${name}`),
];

/** Of an entity that is only named, its readiness and findings are shown, too. */
const fieldsOfReferred = [
  'kind',
  'metadata.name',
  'metadata.namespace',
  'metadata.title',
  'metadata.annotations',
  'spec.type',
  'spec.eventMesh.readiness',
  'spec.eventMesh.type',
  'spec.eventMesh.findings',
];

const rolesDrawn = ['eventType', 'broker', 'channel', 'source', 'sink', 'flow'];

type Filter = Record<string, string | string[]>;

/**
 * Reads what a topology is drawn from, asking the catalog for the scope only:
 * the neighbourhood of an entity, a broker with what is joined to it, or the
 * objects of a namespace or environment.
 */
export async function loadTopology(
  catalogApi: CatalogApi,
  scope: TopologyScope,
): Promise<TopologyReading> {
  const collected = await collect(catalogApi, scope);
  return {
    ...collected,
    referred: await readReferred(catalogApi, collected.entities),
  };
}

type Collected = Omit<TopologyReading, 'referred'>;

function collect(
  catalogApi: CatalogApi,
  scope: TopologyScope,
): Promise<Collected> {
  if (scope.focus) {
    return collectNeighbourhood(catalogApi, scope.focus, scope.depth);
  }
  if (scope.broker) {
    return collectNeighbourhood(catalogApi, scope.broker, 1);
  }
  const { environment, namespace } = eventMeshAnnotations;
  return readByFilters(catalogApi, [
    {
      ...(scope.environment && {
        [`metadata.annotations.${environment}`]: scope.environment,
      }),
      ...(scope.namespace && {
        [`metadata.annotations.${namespace}`]: scope.namespace,
      }),
      [roleFilter]: rolesDrawn,
    },
  ]);
}

/**
 * Reads an entity and, edge by edge, what it names and what names it. What lies
 * at the rim is read, too: it may be joined to others at the rim.
 */
async function collectNeighbourhood(
  catalogApi: CatalogApi,
  start: string,
  depth: number,
): Promise<Collected> {
  const entities = new Map<string, Entity>();
  const asked = new Set<string>();
  const add = (found: Entity[]) => {
    for (const entity of found) {
      if (entities.size < mostEntities) {
        entities.set(stringifyEntityRef(entity), entity);
      }
    }
  };
  add(await readByRefs(catalogApi, [start], fields));

  let isCut = false;
  for (let distance = 0; distance < depth; distance++) {
    const frontier = reached(entities, start, distance).filter(
      ref => !asked.has(ref),
    );
    for (const refs of batches(frontier)) {
      const found = await readByFilters(catalogApi, filtersOfMentions(refs));
      isCut ||= found.isCut;
      add(found.entities);
      refs.forEach(ref => asked.add(ref));
    }
    const missing = reached(entities, start, distance + 1).filter(
      ref => !entities.has(ref),
    );
    add(await readByRefs(catalogApi, missing, fields));
  }
  return {
    entities: [...entities.values()],
    isCut: isCut || entities.size >= mostEntities,
  };
}

/** Refs of the nodes that are at most so many edges away. */
function reached(
  entities: ReadonlyMap<string, Entity>,
  start: string,
  distance: number,
): string[] {
  const graph = buildMeshGraph([...entities.values()]);
  const distances = distancesFrom(start, graph, distance);
  return graph.nodes.flatMap(({ id, entityRef }) =>
    entityRef !== undefined && distances.has(id) ? [entityRef] : [],
  );
}

/** What the catalog is asked for everything in the mesh that names one of these. */
function filtersOfMentions(refs: string[]): Filter[] {
  return [
    ...componentFilters(refs),
    { kind: 'API', 'spec.eventMesh.provider.entityRef': refs },
  ];
}

async function readByFilters(
  catalogApi: CatalogApi,
  filter: Filter[],
): Promise<Collected> {
  const entities: Entity[] = [];
  // As a body: the URL of a request has no room for many refs.
  const query = { $any: filter.map(conditionOf) };
  for await (const page of catalogApi.streamEntities({ query, fields })) {
    entities.push(...page);
    if (entities.length > mostEntities) {
      return { entities: entities.slice(0, mostEntities), isCut: true };
    }
  }
  return { entities, isCut: false };
}

function conditionOf(filter: Filter): FilterPredicate {
  return Object.fromEntries(
    Object.entries(filter).map(([path, value]) => [
      path,
      Array.isArray(value) ? { $in: value } : value,
    ]),
  ) as FilterPredicate;
}

async function readReferred(
  catalogApi: CatalogApi,
  entities: Entity[],
): Promise<ReferredEntities> {
  const refs = buildMeshGraph(entities).nodes.flatMap(
    ({ presence, entityRef }) =>
      presence === 'notAsked' && entityRef !== undefined ? [entityRef] : [],
  );
  const found = await readByRefs(catalogApi, refs, fieldsOfReferred);
  const byRef = new Map(
    found.map(entity => [stringifyEntityRef(entity), entity]),
  );
  return new Map(refs.map(ref => [ref, byRef.get(ref)]));
}

async function readByRefs(
  catalogApi: CatalogApi,
  refs: string[],
  asked: string[],
): Promise<Entity[]> {
  const found: Entity[] = [];
  for (const entityRefs of batches(refs)) {
    const { items } = await catalogApi.getEntitiesByRefs({
      entityRefs,
      fields: asked,
    });
    found.push(...items.filter(entity => entity !== undefined));
  }
  return found;
}

function* batches(refs: string[]): Generator<string[]> {
  for (let start = 0; start < refs.length; start += batchSize) {
    yield refs.slice(start, start + batchSize);
  }
}
