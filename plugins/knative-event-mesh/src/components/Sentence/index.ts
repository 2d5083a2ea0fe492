export { Sentence } from './Sentence';
