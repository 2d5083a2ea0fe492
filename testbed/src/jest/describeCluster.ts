import { sourceOfRun } from './sourceOfRun';

/** Tests on any cluster; skipped without one. */
export function describeCluster(name: string, define: () => void): void {
  const describeOrSkip = sourceOfRun() === 'none' ? describe.skip : describe;
  describeOrSkip(name, define);
}

/** Tests on a server of our own, with flags, restarts and access to its etcd. */
export function describeOwnServer(name: string, define: () => void): void {
  const isOurs = !['none', 'kubeconfig'].includes(sourceOfRun());
  (isOurs ? describe : describe.skip)(name, define);
}
