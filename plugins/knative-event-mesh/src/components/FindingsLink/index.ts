export { FindingsLink } from './FindingsLink';
