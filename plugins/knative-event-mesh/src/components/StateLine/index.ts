export { StateLine } from './StateLine';
