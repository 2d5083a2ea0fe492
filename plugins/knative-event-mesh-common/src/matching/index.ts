export {
  attributesOfEventType,
  type EventTypeDeclaration,
} from './attributesOfEventType';
export { matchTrigger, type TriggerMatchInput } from './matchTrigger';
export type { TriggerMatch } from './triggerMatch';
