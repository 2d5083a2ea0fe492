/**
 * Catalog module that brings the Knative event mesh into Backstage.
 *
 * @packageDocumentation
 */
export {
  catalogModuleKnativeEventMesh,
  catalogModuleKnativeEventMesh as default,
} from './module';
export {
  eventMeshTransformExtensionPoint,
  type EventMeshEntityTransformer,
  type EventMeshTransformContext,
  type EventMeshTransformExtensionPoint,
} from './transform';
