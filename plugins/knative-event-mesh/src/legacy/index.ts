/**
 * The pages and cards for apps on the classic frontend system.
 *
 * @packageDocumentation
 */
export {
  EnvironmentCard,
  EventFlowCard,
  EventMeshPage,
  eventMeshPlugin,
  hasEventFlow,
  isEventMeshEnvironment,
} from './plugin';
export { eventMeshTranslationRef } from '../translation';
