export { CatalogContent } from './CatalogContent';
