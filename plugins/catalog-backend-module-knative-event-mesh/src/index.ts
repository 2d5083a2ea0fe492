/**
 * Catalog module that brings the Knative event mesh into Backstage.
 *
 * @packageDocumentation
 */
export {
  catalogModuleKnativeEventMesh,
  catalogModuleKnativeEventMesh as default,
} from './module';
