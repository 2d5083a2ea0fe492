export { Reply } from './Reply';
