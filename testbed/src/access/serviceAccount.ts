import type { Cluster } from '../cluster/cluster';

/** An identity that a token can be minted for. */
export interface ServiceAccount {
  namespace: string;
  name: string;
  uid: string;
}

/** Creates a ServiceAccount, which has no rights yet. */
export async function createServiceAccount(
  cluster: Cluster,
  namespace: string,
  name: string,
): Promise<ServiceAccount> {
  const path = `/api/v1/namespaces/${namespace}/serviceaccounts`;
  const body = { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name } };
  const created = await cluster.ask(path, { method: 'POST', body });
  const { metadata } = created as { metadata: { uid: string } };
  return { namespace, name, uid: metadata.uid };
}

/** Mints a token by TokenRequest, as production does; ten minutes at least. */
export async function mintToken(
  cluster: Cluster,
  { namespace, name }: ServiceAccount,
  expirationSeconds = 3_600,
): Promise<string> {
  const answer = await cluster.ask(
    `/api/v1/namespaces/${namespace}/serviceaccounts/${name}/token`,
    {
      method: 'POST',
      body: {
        apiVersion: 'authentication.k8s.io/v1',
        kind: 'TokenRequest',
        spec: { expirationSeconds },
      },
    },
  );
  return (answer as { status: { token: string } }).status.token;
}
