export { TriggerName } from './TriggerName';
