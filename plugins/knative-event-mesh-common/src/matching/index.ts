export { contextAttributes } from './contextAttributes';
export {
  attributesOfEventType,
  type EventTypeDeclaration,
} from './attributesOfEventType';
export {
  knowledgeOfEventType,
  type EventTypeKnowledge,
} from './eventTypeKnowledge';
export { matchTrigger, type TriggerMatchInput } from './matchTrigger';
export {
  prepareTrigger,
  type PreparedTrigger,
  type TriggerFilters,
} from './prepareTrigger';
export type { TriggerMatch } from './triggerMatch';
