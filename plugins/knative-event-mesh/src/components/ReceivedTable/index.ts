export { ReceivedTable } from './ReceivedTable';
