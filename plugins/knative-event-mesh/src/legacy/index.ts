/**
 * The pages and cards for apps on the classic frontend system.
 *
 * @packageDocumentation
 */
export {
  EnvironmentCard,
  EventContractContent,
  EventFlowCard,
  EventMeshPage,
  eventMeshPlugin,
  hasEventContract,
  hasEventFlow,
  isEventMeshEnvironment,
} from './plugin';
export { eventMeshTranslationRef } from '../translation';
