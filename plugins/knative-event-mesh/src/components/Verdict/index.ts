export { EmissionVerdict, Verdict } from './Verdict';
