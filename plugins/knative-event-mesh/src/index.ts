/**
 * Shows the Knative event mesh: who sends an event, who receives it, through
 * which trigger and filter.
 *
 * @packageDocumentation
 */
export { eventMeshPlugin as default } from './plugin';
export { eventMeshTranslationRef } from './translation';
