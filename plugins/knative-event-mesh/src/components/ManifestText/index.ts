export { ManifestText } from './ManifestText';
