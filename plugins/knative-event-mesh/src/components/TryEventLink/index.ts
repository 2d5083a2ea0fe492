export { TryEventLink } from './TryEventLink';
