import { waitFor } from 'demo';
import type { Cluster } from '../cluster/cluster';

/** A right to list, in one namespace or in all of them. */
export interface ListRight {
  group: string;
  resource: string;
  namespace?: string;
}

/** Waits until the API server has taken note of new rights. */
export async function untilAllowed(
  cluster: Cluster,
  token: string,
  rights: readonly ListRight[],
): Promise<void> {
  const isAllowed = async (right: ListRight) => {
    const resourceAttributes = { ...right, verb: 'list' };
    const review = await cluster.ask(
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      {
        method: 'POST',
        token,
        body: {
          apiVersion: 'authorization.k8s.io/v1',
          kind: 'SelfSubjectAccessReview',
          spec: { resourceAttributes },
        },
      },
    );
    return (review as { status: { allowed: boolean } }).status.allowed;
  };
  await waitFor({
    what: 'a change of rights',
    ask: async () =>
      (await Promise.all(rights.map(isAllowed))).every(Boolean) || undefined,
    deadlineMilliseconds: 20_000,
    intervalMilliseconds: 50,
  });
}
