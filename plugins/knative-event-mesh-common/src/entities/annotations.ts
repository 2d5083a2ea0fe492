/**
 * Annotations that every entity of the event mesh carries. Pages and filters
 * recognise our entities by them, never by `spec.type`.
 *
 * @public
 */
export const eventMeshAnnotations = {
  /** Key of the environment under `catalog.providers.knativeEventMesh`. */
  environment: 'knative-event-mesh/environment',
  /**
   * What the entity stands for, whatever its Kubernetes kind: `eventType`,
   * `broker`, `channel`, `source`, `sink`, `flow` or `environment`.
   */
  role: 'knative-event-mesh/role',
  /** Kubernetes API group; absent on the environment entity. */
  group: 'knative-event-mesh/group',
  /** Kubernetes kind; absent on the environment entity. */
  kind: 'knative-event-mesh/kind',
  /** Kubernetes namespace; absent on the environment entity. */
  namespace: 'knative-event-mesh/namespace',
  /** Kubernetes name; absent on the environment entity. */
  name: 'knative-event-mesh/name',
  /** Kubernetes uid; absent on the environment entity. */
  uid: 'knative-event-mesh/uid',
} as const;

/**
 * On a Kubernetes object, or on its Namespace: who owns its entity, as a ref to a
 * Group or User.
 *
 * @public
 */
export const OWNER = 'knative-event-mesh/owner';

/**
 * On a Kubernetes object as label or annotation, and with the same value on a
 * Component as annotation: the object is run by the component.
 *
 * @public
 */
export const KUBERNETES_ID = 'backstage.io/kubernetes-id';
