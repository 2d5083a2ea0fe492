/**
 * Types of the event mesh contract and of its catalog entities, trigger matching
 * and sample events, shared by the service, the catalog module and the pages.
 *
 * @packageDocumentation
 */
export * from './contract';
export * from './entities';
export * from './matching';
export * from './samples';
