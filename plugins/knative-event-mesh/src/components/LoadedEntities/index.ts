export { LoadedEntities } from './LoadedEntities';
