import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { waitFor } from 'demo';
import { openOwnCluster } from 'demo/src/start/ownCluster/openOwnCluster';
import {
  applyYaml,
  describeOwnServer,
  startKubeApiserver,
  type KubeApiserver,
} from 'testbed';

const readerFile = join(
  dirname(require.resolve('eventmesh-backend/package.json')),
  'deploy/reader.yaml',
);
const visitorToken = 'visitor-token-5c20ab';

describeOwnServer('the cluster of a kubeconfig', () => {
  let server: KubeApiserver;
  let folder: string;
  let said: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'own-cluster-'));
    server = await startKubeApiserver({
      tokens: [`${visitorToken},visitor,1`],
    });
    await applyYaml(
      server,
      'apiVersion: v1\nkind: Namespace\nmetadata: { name: knative-eventing }',
    );
  });

  afterAll(async () => {
    await server?.stop();
    await rm(folder, { recursive: true });
  });

  beforeEach(() => {
    said = '';
  });

  /** As cloud providers write them: a program tells the credential. */
  async function writeKubeconfig(name: string, token: string) {
    const credential = JSON.stringify({
      apiVersion: 'client.authentication.k8s.io/v1',
      kind: 'ExecCredential',
      status: { token },
    });
    const file = join(folder, name);
    // JSON is YAML.
    await writeFile(
      file,
      JSON.stringify({
        'current-context': name,
        contexts: [{ name, context: { cluster: name, user: name } }],
        clusters: [
          {
            name,
            cluster: {
              server: server.url,
              'certificate-authority-data': Buffer.from(
                server.caCertificate,
              ).toString('base64'),
            },
          },
        ],
        users: [
          {
            name,
            user: {
              exec: {
                apiVersion: 'client.authentication.k8s.io/v1',
                command: process.execPath,
                args: ['-e', `console.log(${JSON.stringify(credential)})`],
              },
            },
          },
        ],
      }),
    );
    return file;
  }

  const open = async (
    options: { as?: string; answer?: boolean; token?: string } = {},
  ) =>
    openOwnCluster({
      kubeconfig: await writeKubeconfig(
        'config',
        options.as ?? server.adminToken,
      ),
      token: options.token,
      yes: false,
      readerFile,
      say: text => {
        said += text;
      },
      mayGoOn: async () => options.answer ?? true,
    });

  const exists = async (path: string) =>
    (await server.request(path)).status === 200;
  const account =
    '/api/v1/namespaces/knative-eventing/serviceaccounts/eventmesh-reader';
  const role =
    '/apis/rbac.authorization.k8s.io/v1/clusterroles/eventmesh-reader';

  it('stays as it is after a no, which gets the commands to do it by hand', async () => {
    await expect(open({ answer: false })).rejects.toThrow(
      /nobody has said yes[^]*kubectl --kubeconfig \S+ apply -f \S+reader\.yaml[^]*create token eventmesh-reader --namespace knative-eventing[^]*npm start -- --kubeconfig/,
    );

    expect(said).toContain(
      '- ServiceAccount knative-eventing/eventmesh-reader\n',
    );
    expect(await exists(account)).toBe(false);
  });

  it('stays as it is when there is a token already', async () => {
    const cluster = await open({ token: 'given', answer: false });

    expect(cluster).toMatchObject({
      url: server.url,
      caCertificate: server.caCertificate,
      token: 'given',
    });
    expect(said).toBe('');
    expect(await exists(account)).toBe(false);
  });

  it('gets the reader that we ship, and a token that may no more than it', async () => {
    const { token, description } = await open();

    expect(await exists(account)).toBe(true);
    expect(await exists(role)).toBe(true);
    const status = async (path: string) =>
      (await server.request(path, { token })).status;
    // The API server notices new rights within moments.
    await waitFor({
      what: 'Reading with the new token',
      ask: async () => (await status('/api/v1/services')) === 200 || undefined,
      deadlineMilliseconds: 10_000,
    });
    expect(await status('/api/v1/secrets')).toBe(403);
    const { exp } = JSON.parse(
      Buffer.from(token.split('.')[1], 'base64url').toString(),
    ) as { exp: number };
    expect(exp * 1_000 - Date.now()).toBeGreaterThan(7.9 * 3_600_000);
    expect(`${said}${description}`).not.toContain(token);
    expect(`${said}${description}`).not.toContain(server.adminToken);
  });

  it('keeps what it has the next time', async () => {
    const rolePatch = { metadata: { labels: { mine: 'yes' } } };
    await server.ask(role, {
      method: 'PATCH',
      contentType: 'application/merge-patch+json',
      body: rolePatch,
    });

    await open();

    expect(said).not.toMatch(/- (ServiceAccount|ClusterRole)/);
    expect(await server.ask(role)).toMatchObject(rolePatch);
  });

  it('says which right is missing, and who can do it how', async () => {
    await expect(open({ as: visitorToken })).rejects.toThrow(
      /asked to look for ServiceAccount.*: 403, .*"visitor" cannot get.*\nBy hand:\nkubectl/,
    );
  });

  it('says that the credentials of the kubeconfig are refused', async () => {
    await expect(open({ as: 'garbage-1f3c' })).rejects.toThrow(
      /: 401, Unauthorized/,
    );
  });
});
