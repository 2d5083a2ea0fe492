/**
 * A real Kubernetes API server with real Knative CRDs, for tests and
 * measurements.
 *
 * @packageDocumentation
 */
export { createServiceAccount, mintToken } from './access/serviceAccount';
export type { ServiceAccount } from './access/serviceAccount';
export {
  bindReader,
  bindReaderIn,
  mintReaderToken,
  readerAccount,
} from './access/shippedReader';
export { expiredToken, signToken } from './access/signToken';
export { untilAllowed } from './access/untilAllowed';
export type { ListRight } from './access/untilAllowed';
export { compactHistory } from './apiserver/compactHistory';
export { ensureKubeApiserver } from './apiserver/ensureKubeApiserver';
export type { EnsureOptions } from './apiserver/ensureKubeApiserver';
export { openTestCluster } from './apiserver/openTestCluster';
export type { TestCluster } from './apiserver/openTestCluster';
export type { ApiserverSource } from './apiserver/source';
export { startKubeApiserver } from './apiserver/startKubeApiserver';
export type {
  KubeApiserver,
  KubeApiserverOptions,
} from './apiserver/startKubeApiserver';
export type { Answer, Cluster, ClusterRequest } from './cluster/cluster';
export { ClusterError } from './cluster/clusterError';
export type { KubernetesObject } from './cluster/kubernetesObject';
export { describeCluster, describeOwnServer } from './jest/describeCluster';
export { prepareClusterTests } from './jest/sourceOfRun';
export type { CustomResourceDefinition } from './knative/customResourceDefinition';
export { installCrds } from './knative/installCrds';
export type { InstallCrdsOptions } from './knative/installCrds';
export { installKnative } from './knative/installKnative';
export type { InstallKnativeOptions } from './knative/installKnative';
export { knativeManifests } from './knative/knativeManifests';
export { knativeModules } from './knative/versions';
export type { EventTypeRelease } from './knative/versions';
export { loadDemoMesh } from './loadDemoMesh';
export { applyObjects } from './manifests/applyObjects';
export { applyYaml, loadManifests } from './manifests/loadManifests';
export { ensurePostgres } from './postgres/ensurePostgres';
export { newPostgresDatabases } from './postgres/postgresDatabases';
export type { PostgresDatabases } from './postgres/postgresDatabases';
export type { Postgres } from './postgres/startPostgres';
export { createNamespace, startDemoCluster } from './startDemoCluster';
export type { DemoCluster } from './startDemoCluster';
export { ensureUpstreamPlugin } from './upstream/ensureUpstreamPlugin';
