export { LinkName } from './LinkName';
