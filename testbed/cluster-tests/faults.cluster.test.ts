import { waitFor } from 'demo';
import {
  compactHistory,
  createServiceAccount,
  describeOwnServer,
  mintToken,
  startKubeApiserver,
  type KubeApiserver,
} from '../src';

const configMaps = '/api/v1/namespaces/default/configmaps';

async function createConfigMap(server: KubeApiserver, name: string) {
  await server.ask(configMaps, {
    method: 'POST',
    body: { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } },
  });
}

describeOwnServer('faults on demand', () => {
  let server: KubeApiserver;

  afterEach(() => server.stop());

  it('answers 410 for a list whose history is compacted', async () => {
    server = await startKubeApiserver();
    await createConfigMap(server, 'first');
    await createConfigMap(server, 'second');
    const page = (await server.ask(`${configMaps}?limit=1`)) as {
      metadata: { continue: string };
    };
    await createConfigMap(server, 'third');

    await compactHistory(server);

    const next = encodeURIComponent(page.metadata.continue);
    const expired = await waitFor({
      what: 'the end of the list',
      ask: async () => {
        const path = `${configMaps}?limit=1&continue=${next}`;
        const rest = await server.request(path);
        return rest.status === 200 ? undefined : rest;
      },
      deadlineMilliseconds: 60_000,
    });
    expect(expired.status).toBe(410);
    expect(expired.json()).toMatchObject({ reason: 'Expired' });
  });

  it('answers 429 to more requests at a time than it is allowed', async () => {
    server = await startKubeApiserver({
      flags: [
        '--enable-priority-and-fairness=false',
        '--max-requests-inflight=1',
      ],
    });
    const account = await createServiceAccount(server, 'default', 'crowd');
    // Administrators are exempt.
    const token = await mintToken(server, account);

    const answers = await Promise.all(
      Array.from({ length: 300 }, () =>
        server.request('/openapi/v2', { token }),
      ),
    );

    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0].headers['retry-after']).toBe('1');
  });
});
