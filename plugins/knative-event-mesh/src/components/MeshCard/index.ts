export { MeshCard, readableCard } from './MeshCard';
