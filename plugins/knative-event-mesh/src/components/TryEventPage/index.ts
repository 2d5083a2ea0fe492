export { TryEventPage } from './TryEventPage';
