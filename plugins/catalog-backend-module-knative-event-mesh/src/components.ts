import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  KUBERNETES_ID,
  type EventMesh,
} from 'backstage-plugin-knative-event-mesh-common';
import { destinationsOf } from './destinations';
import { LOCATION_TYPE } from './entities/locations';
import { sortedBy } from './entities/names';
import { parseLabelSelector, type LabelSelector } from './labelSelector';

/** On a Component: the one namespace of a cluster that it runs in. */
export const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';
/** On a Component: the labels of what it runs as, where that carries no id. */
export const KUBERNETES_LABEL_SELECTOR =
  'backstage.io/kubernetes-label-selector';
/** On a Component: the one cluster that it runs in. */
export const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';
const IDS_PER_QUERY = 1_000;

type EntityQuery = NonNullable<
  Parameters<CatalogService['streamEntities']>[0]
>['query'];

/** A Component of a user that carries a `backstage.io/kubernetes-id`. */
export interface RegisteredComponent {
  entityRef: string;
  /** Kubernetes namespace that it is restricted to. */
  namespace?: string;
  /** Environment that it is restricted to. */
  cluster?: string;
}

/** A Component of a user that carries a label selector. */
export interface SelectingComponent extends RegisteredComponent {
  /** As it is written. */
  selector: string;
  matches: LabelSelector;
}

/** The Components of users that can be linked. */
export interface RegisteredComponents {
  /** By `backstage.io/kubernetes-id`, sorted by ref. */
  byId: ReadonlyMap<string, RegisteredComponent[]>;
  /** Those with `backstage.io/kubernetes-label-selector`, sorted by ref. */
  selecting: SelectingComponent[];
}

/** Every `backstage.io/kubernetes-id` of a poll that could name a Component. */
export function kubernetesIdsOf(mesh: EventMesh): string[] {
  const ids = new Set<string>();
  for (const { kubernetesId } of destinationsOf(mesh)) {
    if (kubernetesId) {
      ids.add(kubernetesId);
    }
  }
  for (const eventType of mesh.eventTypes) {
    eventType.consumedBy.forEach(id => ids.add(id));
  }
  return [...ids].sort();
}

/**
 * Finds the Components of all ids with one query per thousand of them, and those
 * that select by labels with one more. Only this is asked, once per poll: asking
 * the catalog per entity would load it with every processing loop.
 */
export async function findComponents(
  kubernetesIds: string[],
  services: { catalog: CatalogService; auth: AuthService },
): Promise<RegisteredComponents> {
  const wanted = new Set(kubernetesIds);
  const byId = new Map<string, RegisteredComponent[]>();
  for (let start = 0; start < kubernetesIds.length; start += IDS_PER_QUERY) {
    const ids = kubernetesIds.slice(start, start + IDS_PER_QUERY);
    const found = await readComponents(
      KUBERNETES_ID,
      {
        kind: 'Component',
        [`metadata.annotations.${KUBERNETES_ID}` as const]: { $in: ids },
      },
      services,
    );
    for (const [id, component] of found) {
      // The catalog compares without regard to case, so it answers too much.
      if (wanted.has(id)) {
        const components = byId.get(id) ?? [];
        components.push(component);
        byId.set(id, components);
      }
    }
  }
  for (const [id, components] of byId) {
    byId.set(
      id,
      sortedBy(components, component => component.entityRef),
    );
  }

  const selecting = await readComponents(
    KUBERNETES_LABEL_SELECTOR,
    {
      kind: 'Component',
      [`metadata.annotations.${KUBERNETES_LABEL_SELECTOR}` as const]: {
        $exists: true,
      },
    },
    services,
  );
  return {
    byId,
    selecting: sortedBy(
      selecting.flatMap(([selector, component]) => {
        const matches = parseLabelSelector(selector);
        return matches ? [{ ...component, selector, matches }] : [];
      }),
      component => component.entityRef,
    ),
  };
}

/** The Components of a query by an annotation, each with its value. */
async function readComponents(
  annotation: typeof KUBERNETES_ID | typeof KUBERNETES_LABEL_SELECTOR,
  query: EntityQuery,
  services: { catalog: CatalogService; auth: AuthService },
): Promise<[string, RegisteredComponent][]> {
  const found: [string, RegisteredComponent][] = [];
  const pages = services.catalog.streamEntities(
    {
      query,
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        ...[
          annotation,
          KUBERNETES_NAMESPACE,
          KUBERNETES_CLUSTER,
          ANNOTATION_ORIGIN_LOCATION,
        ].map(name => `metadata.annotations.${name}`),
      ],
      pageSize: IDS_PER_QUERY,
      totalItems: 'exclude',
    },
    { credentials: await services.auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    for (const entity of page) {
      const annotations = entity.metadata.annotations ?? {};
      const value = annotations[annotation];
      // A broker that carries an id through `passThrough` is not who runs it.
      const origin = annotations[ANNOTATION_ORIGIN_LOCATION] ?? '';
      if (value && !origin.startsWith(`${LOCATION_TYPE}:`)) {
        found.push([
          value,
          {
            entityRef: stringifyEntityRef(entity),
            namespace: annotations[KUBERNETES_NAMESPACE],
            cluster: annotations[KUBERNETES_CLUSTER],
          },
        ]);
      }
    }
  }
  return found;
}
