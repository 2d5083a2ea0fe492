export { SenderTable } from './SenderTable';
