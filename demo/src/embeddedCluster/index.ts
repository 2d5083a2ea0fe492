export { startEmbeddedCluster } from './startEmbeddedCluster';
export type {
  EmbeddedCluster,
  EmbeddedClusterOptions,
  RecordedRequest,
} from './startEmbeddedCluster';
export type { AccessRule, ClusterToken } from './authorization';
export type { Fault } from './faults';
export { createCertificate } from './certificate';
