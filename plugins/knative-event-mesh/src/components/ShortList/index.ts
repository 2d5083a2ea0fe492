export { ShortList } from './ShortList';
