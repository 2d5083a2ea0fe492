import {
  KUBERNETES_ID,
  type ConsumerLink,
  type Destination,
  type ObjectReference,
  type Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  KUBERNETES_CLUSTER,
  KUBERNETES_NAMESPACE,
  type RegisteredComponent,
  type RegisteredComponents,
} from './components';
import { namespacedName } from './entities/names';
import { findOmission } from './omissions';

/** What destinations are linked with. */
export interface LinkContext {
  environment: string;
  components: RegisteredComponents;
  /** Ref of the entity that stands for an object of the mesh. */
  entityRefOf: (reference: ObjectReference) => string | undefined;
  omitted: Omission[];
  /** The setting that leaves an object out of the catalog, if one does. */
  leftOutBy?: (reference: ObjectReference) => string | undefined;
  /** The link of an earlier poll to an object that the answer leaves out. */
  lastLinkOf?: (reference: ObjectReference) => ConsumerLink | undefined;
}

/** Where a destination is written, to say where to correct it. */
export interface Place {
  holder: { kind: string; namespace: string; name: string };
  /** The field of the holder that holds the destination. */
  field: string;
  /** The field that holds the reference, where that is not `<field>.ref`. */
  referenceField?: string;
}

/** Links a destination to the catalog, or says what is missing. */
export function linkDestination(
  destination: Destination | undefined,
  place: Place,
  context: LinkContext,
): ConsumerLink {
  const { field, referenceField = `${field}.ref` } = place;
  const holder = `${place.holder.kind} ${namespacedName(place.holder)}`;
  const { reference, kubernetesId, labels, uri, found } = destination ?? {};

  if (!reference) {
    if (kubernetesId) {
      return linkId(kubernetesId, place.holder, context);
    }
    return uri
      ? unlinked(
          'external',
          `Name the object in ${referenceField} of ${holder} instead of its URI, if it runs in this cluster.`,
        )
      : unlinked(
          'noSubscriber',
          `Set ${field} of ${holder} to what receives the events.`,
        );
  }

  const target = `${reference.kind} ${namespacedName(reference)}`;
  if (found === 'no') {
    return unlinked(
      'notFound',
      `Create ${target}, or correct ${referenceField} of ${holder}.`,
    );
  }
  const ofMesh = context.entityRefOf(reference);
  if (ofMesh) {
    return linked([ofMesh]);
  }
  const { namespace } = reference;
  const byId = kubernetesId
    ? matchingComponents(kubernetesId, namespace, context)
    : [];
  const selecting = context.components.selecting.filter(
    ({ matches }) => labels && matches(labels),
  );
  const components =
    byId.length > 0 ? byId : unrestricted(selecting, namespace, context);
  if (components.length > 0) {
    return linked(components);
  }
  return kubernetesId
    ? unlinked(
        'noComponent',
        adviseComponent(kubernetesId, target, namespace, context),
      )
    : linkWithoutId({ reference, target, found, selecting }, context);
}

/** The link to an object without id, or with one that was not read. */
function linkWithoutId(
  object: {
    reference: ObjectReference;
    target: string;
    found: Destination['found'] | undefined;
    /** What would be linked if it were not restricted to something else. */
    selecting: RegisteredComponent[];
  },
  context: LinkContext,
): ConsumerLink {
  const { reference, target, found } = object;
  const { kind, namespace } = reference;
  const setting = context.leftOutBy?.(reference);
  if (setting) {
    return unlinked('notRead', adviseSetting(setting, target, namespace));
  }
  const last = context.lastLinkOf?.(reference);
  if (last) {
    return last;
  }
  const [restricted] = object.selecting;
  if (restricted) {
    return unlinked(
      'noComponent',
      adviseRestriction(
        restricted,
        'selects its labels',
        { target, namespace },
        context,
      ),
    );
  }
  const omission = findOmission(context.omitted, reference);
  // That an object exists may be known from what refers to it, without reading
  // it.
  return found === 'yes' && !omission
    ? unlinked(
        'noKubernetesId',
        `Add the label ${KUBERNETES_ID} to ${target}, and the same value as annotation to the Component that runs it.`,
      )
    : unlinked(
        'notRead',
        `Make ${kind} in namespace ${namespace} readable for this environment${
          omission ? `: ${omission.message}` : '.'
        }`,
      );
}

function adviseSetting(
  setting: string,
  target: string,
  namespace: string,
): string {
  return setting === 'namespaces'
    ? `${target} is outside the configured namespaces. Add ${namespace} to the setting namespaces of this environment, if it belongs in the catalog.`
    : `${target} is not in the catalog, because the setting ${setting} of this environment is false. Remove that, if it belongs there.`;
}

function linkId(
  kubernetesId: string,
  object: { kind: string; namespace: string; name: string },
  context: LinkContext,
): ConsumerLink {
  const { namespace } = object;
  const matching = matchingComponents(kubernetesId, namespace, context);
  return matching.length > 0
    ? linked(matching)
    : unlinked(
        'noComponent',
        adviseComponent(
          kubernetesId,
          `${object.kind} ${namespacedName(object)}`,
          namespace,
          context,
        ),
      );
}

/** Refs of the Components with an id, as far as they are not restricted to something else. */
export function matchingComponents(
  kubernetesId: string,
  namespace: string,
  context: Pick<LinkContext, 'components' | 'environment'>,
): string[] {
  return unrestricted(
    context.components.byId.get(kubernetesId) ?? [],
    namespace,
    context,
  );
}

/** Refs of the Components that are not restricted to something else. */
function unrestricted(
  components: RegisteredComponent[],
  namespace: string,
  { environment }: Pick<LinkContext, 'environment'>,
): string[] {
  return components
    .filter(
      component =>
        (component.namespace ?? namespace) === namespace &&
        (component.cluster ?? environment) === environment,
    )
    .map(component => component.entityRef);
}

function adviseComponent(
  kubernetesId: string,
  target: string,
  namespace: string,
  context: LinkContext,
): string {
  const [other] = context.components.byId.get(kubernetesId) ?? [];
  return other
    ? adviseRestriction(other, 'has this id', { target, namespace }, context)
    : `Add the annotation ${KUBERNETES_ID}: ${kubernetesId} to the Component that runs ${target}.`;
}

function adviseRestriction(
  component: RegisteredComponent,
  whatItDoes: string,
  { target, namespace }: { target: string; namespace: string },
  { environment }: LinkContext,
): string {
  const { entityRef, cluster } = component;
  return (component.namespace ?? namespace) !== namespace
    ? `${entityRef} ${whatItDoes}, but its annotation ${KUBERNETES_NAMESPACE} is ${component.namespace}. Set it to ${namespace}, or remove it, if it runs ${target}.`
    : `${entityRef} ${whatItDoes}, but its annotation ${KUBERNETES_CLUSTER} is ${cluster}. Set it to ${environment}, or remove it, if it runs ${target}.`;
}

function linked(components: string[]): ConsumerLink {
  return { state: 'linked', components };
}

function unlinked(state: ConsumerLink['state'], advice: string): ConsumerLink {
  return { state, components: [], advice };
}
