export { Filter } from './Filter';
