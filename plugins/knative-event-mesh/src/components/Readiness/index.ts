export { Readiness, Trouble } from './Readiness';
