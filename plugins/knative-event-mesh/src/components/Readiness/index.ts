export { Explanation, Readiness, Trouble } from './Readiness';
