import { waitFor } from 'demo';
import {
  applyYaml,
  createServiceAccount,
  describeOwnServer,
  expiredToken,
  installKnative,
  mintToken,
  signToken,
  startKubeApiserver,
  type KubeApiserver,
  type ServiceAccount,
} from '../src';

const brokers = '/apis/eventing.knative.dev/v1/brokers';

const rights = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: broker-reader }
rules:
  - apiGroups: [eventing.knative.dev]
    resources: [brokers]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: broker-reader }
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: broker-reader
subjects:
  - { kind: ServiceAccount, namespace: default, name: reader }
`;

describeOwnServer('tokens of a ServiceAccount', () => {
  let server: KubeApiserver;
  let account: ServiceAccount;

  beforeAll(async () => {
    server = await startKubeApiserver();
    await installKnative(server);
    account = await createServiceAccount(server, 'default', 'reader');
    await applyYaml(server, rights);
  });

  afterAll(() => server.stop());

  const statusWith = async (token: string, path = brokers) =>
    (await server.request(path, { token })).status;

  it('may do what RBAC allows, when TokenRequest has minted them', async () => {
    const token = await mintToken(server, account);

    expect(await statusWith(token)).toBe(200);
    expect(await statusWith(token, '/api/v1/secrets')).toBe(403);
  });

  it('are refused when they have expired, for no other reason', async () => {
    const nextHour = new Date(Date.now() + 3_600_000);

    expect(await statusWith(await signToken(server, account, nextHour))).toBe(
      200,
    );
    expect(await statusWith(await expiredToken(server, account))).toBe(401);
  });

  it('are refused when somebody else has signed them', async () => {
    const token = await mintToken(server, account);
    const [header, claims] = token.split('.');

    expect(await statusWith(`${header}.${claims}.c2lnbmF0dXJl`)).toBe(401);
    expect(await statusWith('garbage')).toBe(401);
  });

  it('are refused when the ServiceAccount is gone', async () => {
    const leaver = await createServiceAccount(server, 'default', 'leaver');
    const token = await mintToken(server, leaver);
    expect(await statusWith(token)).toBe(403);

    await server.ask('/api/v1/namespaces/default/serviceaccounts/leaver', {
      method: 'DELETE',
    });

    // The server remembers for ten seconds that a token is good.
    await waitFor({
      what: 'the end of the token',
      ask: async () => (await statusWith(token)) === 401 || undefined,
      deadlineMilliseconds: 30_000,
    });
  });
});
