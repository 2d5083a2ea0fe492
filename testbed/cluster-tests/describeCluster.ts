const source = process.env.TESTBED_SOURCE;

/** Tests on any cluster; skipped without one. */
export const describeCluster = source === 'none' ? describe.skip : describe;

/** Tests on a server of our own, with flags, restarts and access to its etcd. */
export const describeOwnServer =
  source === 'none' || source === 'kubeconfig' ? describe.skip : describe;
