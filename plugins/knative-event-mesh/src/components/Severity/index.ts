export { Severity } from './Severity';
