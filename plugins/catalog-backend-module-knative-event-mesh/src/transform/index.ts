export {
  eventMeshTransformExtensionPoint,
  type EventMeshEntityTransformer,
  type EventMeshTransformContext,
  type EventMeshTransformExtensionPoint,
} from './extensionPoint';
export { transformEntities } from './transformEntities';
