/**
 * The demo mesh, the embedded cluster that serves it, and what starting things
 * on a machine takes.
 *
 * @packageDocumentation
 */
export * from './embeddedCluster';
export { demoManifests } from './demoManifests';
export {
  startProcess,
  type BackgroundProcess,
} from './start/backgroundProcess';
export { freePort } from './start/freePort';
export { waitFor } from './start/waitFor';
