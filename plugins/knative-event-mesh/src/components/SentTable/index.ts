export { SentTable } from './SentTable';
