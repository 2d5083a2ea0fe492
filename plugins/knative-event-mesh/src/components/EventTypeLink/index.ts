export { EventTypeLink } from './EventTypeLink';
