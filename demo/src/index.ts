/**
 * The demo mesh and the embedded cluster that serves it.
 *
 * @packageDocumentation
 */
export * from './embeddedCluster';
export { demoManifests } from './demoManifests';
