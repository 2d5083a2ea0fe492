export { OtherLinkTable } from './OtherLinkTable';
