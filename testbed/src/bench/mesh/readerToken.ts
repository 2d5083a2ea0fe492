import { createServiceAccount, mintToken } from '../../access/serviceAccount';
import type { Cluster } from '../../cluster/cluster';
import { applyYaml } from '../../manifests/loadManifests';

const name = 'bench-reader';
const namespace = 'default';

/** What our service and upstream's read, for one ServiceAccount. */
const rights = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: ${name} }
rules:
  - apiGroups:
      - eventing.knative.dev
      - flows.knative.dev
      - messaging.knative.dev
      - sinks.knative.dev
      - sources.knative.dev
    resources: ['*']
    verbs: [get, list]
  - apiGroups: ['']
    resources: [namespaces, services]
    verbs: [get, list]
  - apiGroups: [apiextensions.k8s.io]
    resources: [customresourcedefinitions]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ${name} }
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: ${name}
subjects:
  - { kind: ServiceAccount, namespace: ${namespace}, name: ${name} }
`;

/**
 * The token that everybody is measured with: one of a ServiceAccount, as in
 * production. An administrator's would pass by the server's fair queues.
 */
export async function readerToken(cluster: Cluster): Promise<string> {
  const account = await createServiceAccount(cluster, namespace, name);
  await applyYaml(cluster, rights);
  return mintToken(cluster, account);
}
