import { waitFor } from 'demo';
import {
  applyObjects,
  createServiceAccount,
  mintToken,
  type Cluster,
} from 'testbed';

/** A right to list, in one namespace or in all of them. */
export interface ListRight {
  group: string;
  resource: string;
  namespace?: string;
}

/** What the service lists of the demo mesh. */
export const allRights: readonly ListRight[] = [
  { group: 'eventing.knative.dev', resource: 'brokers' },
  { group: 'eventing.knative.dev', resource: 'eventtypes' },
  { group: 'eventing.knative.dev', resource: 'triggers' },
  { group: '', resource: 'services' },
  { group: 'serving.knative.dev', resource: 'services' },
];

const rbac = 'rbac.authorization.k8s.io';

/** A token of a new ServiceAccount that has these rights and no others. */
export async function tokenWith(
  cluster: Cluster,
  name: string,
  rights: readonly ListRight[],
): Promise<string> {
  const account = await createServiceAccount(cluster, 'default', name);
  const subjects = [{ kind: 'ServiceAccount', namespace: 'default', name }];
  await applyObjects(
    cluster,
    rights.flatMap(({ group, resource, namespace }, index) => {
      const kind = namespace ? 'Role' : 'ClusterRole';
      const apiVersion = `${rbac}/v1`;
      const metadata = { name: `${name}-${index}`, namespace };
      const verbs = ['list'];
      const rules = [{ apiGroups: [group], resources: [resource], verbs }];
      const roleRef = { apiGroup: rbac, kind, name: metadata.name };
      return [
        { apiVersion, kind, metadata, rules },
        { apiVersion, kind: `${kind}Binding`, metadata, roleRef, subjects },
      ];
    }),
  );
  const token = await mintToken(cluster, account);
  await untilAllowed(cluster, token, rights);
  return token;
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
