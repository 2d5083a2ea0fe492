import type { AuthService } from '@backstage/backend-plugin-api';
import {
  ANNOTATION_ORIGIN_LOCATION,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  KUBERNETES_ID,
  type ConsumerLink,
  type EventMesh,
  type Omission,
  type Subscriber,
  type Trigger,
} from 'backstage-plugin-knative-event-mesh-common';
import { LOCATION_TYPE } from './entities/locations';
import {
  brokerRef,
  EVENTING_GROUP,
  namespacedName,
  sortedBy,
} from './entities/names';
import { findOmission } from './omissions';

const KUBERNETES_NAMESPACE = 'backstage.io/kubernetes-namespace';
const KUBERNETES_CLUSTER = 'backstage.io/kubernetes-cluster';
const IDS_PER_QUERY = 1_000;

/** A Component of a user that carries a `backstage.io/kubernetes-id`. */
export interface RegisteredComponent {
  entityRef: string;
  /** Kubernetes namespace that it is restricted to. */
  namespace?: string;
  /** Environment that it is restricted to. */
  cluster?: string;
}

/** Components by `backstage.io/kubernetes-id`, sorted by ref. */
export type ComponentsById = ReadonlyMap<string, RegisteredComponent[]>;

/** Every `backstage.io/kubernetes-id` of a poll that could name a Component. */
export function kubernetesIdsOf(mesh: EventMesh): string[] {
  const ids = new Set<string>();
  for (const trigger of mesh.triggers ?? []) {
    if (trigger.subscriber?.kubernetesId) {
      ids.add(trigger.subscriber.kubernetesId);
    }
  }
  for (const eventType of mesh.eventTypes) {
    eventType.consumedBy.forEach(id => ids.add(id));
  }
  return [...ids].sort();
}

/**
 * Finds the Components of all ids with one query per thousand of them. Only
 * this question is asked, once per poll: asking the catalog per entity would
 * load it with every processing loop.
 */
export async function findComponents(
  kubernetesIds: string[],
  services: { catalog: CatalogService; auth: AuthService },
): Promise<ComponentsById> {
  const wanted = new Set(kubernetesIds);
  const found = new Map<string, RegisteredComponent[]>();
  const annotation = (name: string) => `metadata.annotations.${name}`;

  for (let start = 0; start < kubernetesIds.length; start += IDS_PER_QUERY) {
    const pages = services.catalog.streamEntities(
      {
        query: {
          kind: 'Component',
          [`metadata.annotations.${KUBERNETES_ID}` as const]: {
            $in: kubernetesIds.slice(start, start + IDS_PER_QUERY),
          },
        },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          ...[
            KUBERNETES_ID,
            KUBERNETES_NAMESPACE,
            KUBERNETES_CLUSTER,
            ANNOTATION_ORIGIN_LOCATION,
          ].map(annotation),
        ],
        pageSize: IDS_PER_QUERY,
        totalItems: 'exclude',
      },
      { credentials: await services.auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      for (const entity of page) {
        addComponent(entity, wanted, found);
      }
    }
  }
  for (const [id, components] of found) {
    found.set(
      id,
      sortedBy(components, component => component.entityRef),
    );
  }
  return found;
}

function addComponent(
  entity: Entity,
  wanted: ReadonlySet<string>,
  found: Map<string, RegisteredComponent[]>,
) {
  const annotations = entity.metadata.annotations ?? {};
  const id = annotations[KUBERNETES_ID];
  const origin = annotations[ANNOTATION_ORIGIN_LOCATION] ?? '';
  // The catalog compares without regard to case, so it answers too much; and a
  // broker that carries an id through `passThrough` is not who runs anything.
  if (!id || !wanted.has(id) || origin.startsWith(`${LOCATION_TYPE}:`)) {
    return;
  }
  const components = found.get(id) ?? [];
  components.push({
    entityRef: stringifyEntityRef(entity),
    namespace: annotations[KUBERNETES_NAMESPACE],
    cluster: annotations[KUBERNETES_CLUSTER],
  });
  found.set(id, components);
}

/** What subscribers are linked with. */
export interface LinkContext {
  environment: string;
  components: ComponentsById;
  /** Brokers of the mesh, as `<namespace>/<name>`. */
  brokers: ReadonlySet<string>;
  omitted: Omission[];
}

/** Links the subscriber of a trigger to the catalog, or says what is missing. */
export function linkSubscriber(
  trigger: Trigger,
  context: LinkContext,
): ConsumerLink {
  const subscriber: Subscriber = trigger.subscriber ?? { found: 'unknown' };
  const { reference, kubernetesId } = subscriber;
  const triggerName = `Trigger ${namespacedName(trigger)}`;

  if (!reference) {
    return subscriber.uri
      ? unlinked(
          'external',
          `Name the object in spec.subscriber.ref of ${triggerName} instead of its URI, if it runs in this cluster.`,
        )
      : unlinked(
          'noSubscriber',
          `Set spec.subscriber of ${triggerName} to what receives the events.`,
        );
  }

  const target = `${reference.kind} ${namespacedName(reference)}`;
  if (subscriber.found === 'no') {
    return unlinked(
      'notFound',
      `Create ${target}, or correct spec.subscriber.ref of ${triggerName}.`,
    );
  }
  if (
    reference.kind === 'Broker' &&
    reference.group === EVENTING_GROUP &&
    context.brokers.has(namespacedName(reference))
  ) {
    return linked([brokerRef(context.environment, reference)]);
  }
  if (!kubernetesId) {
    const omission = findOmission(context.omitted, reference);
    // That an object exists may be known from its trigger without reading it.
    return subscriber.found === 'yes' && !omission
      ? unlinked(
          'noKubernetesId',
          `Add the label ${KUBERNETES_ID} to ${target}, and the same value as annotation to the Component that runs it.`,
        )
      : unlinked(
          'notRead',
          `Make ${reference.kind} in namespace ${
            reference.namespace
          } readable for this environment${
            omission ? `: ${omission.message}` : '.'
          }`,
        );
  }

  const matching = matchingComponents(
    kubernetesId,
    reference.namespace,
    context,
  );
  return matching.length > 0
    ? linked(matching)
    : unlinked(
        'noComponent',
        adviseComponent(kubernetesId, target, reference.namespace, context),
      );
}

/** Refs of the Components with an id, as far as they are not restricted to something else. */
export function matchingComponents(
  kubernetesId: string,
  namespace: string,
  context: LinkContext,
): string[] {
  return (context.components.get(kubernetesId) ?? [])
    .filter(
      component =>
        (component.namespace ?? namespace) === namespace &&
        (component.cluster ?? context.environment) === context.environment,
    )
    .map(component => component.entityRef);
}

function adviseComponent(
  kubernetesId: string,
  target: string,
  namespace: string,
  context: LinkContext,
): string {
  const [other] = context.components.get(kubernetesId) ?? [];
  if (!other) {
    return `Add the annotation ${KUBERNETES_ID}: ${kubernetesId} to the Component that runs ${target}.`;
  }
  return (other.namespace ?? namespace) !== namespace
    ? `${other.entityRef} has this id, but its annotation ${KUBERNETES_NAMESPACE} is ${other.namespace}. Set it to ${namespace}, or remove it, if it runs ${target}.`
    : `${other.entityRef} has this id, but its annotation ${KUBERNETES_CLUSTER} is ${other.cluster}. Set it to ${context.environment}, or remove it, if it runs ${target}.`;
}

function linked(components: string[]): ConsumerLink {
  return { state: 'linked', components };
}

function unlinked(state: ConsumerLink['state'], advice: string): ConsumerLink {
  return { state, components: [], advice };
}
