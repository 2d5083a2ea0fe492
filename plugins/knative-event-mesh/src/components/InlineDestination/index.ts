export { InlineDestination } from './InlineDestination';
