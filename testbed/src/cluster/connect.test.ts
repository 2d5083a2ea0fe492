import {
  demoManifests,
  startEmbeddedCluster,
  type EmbeddedCluster,
} from 'demo';
import { connect, type Connection } from './connect';

const brokers = '/apis/eventing.knative.dev/v1/brokers';

describe('connect', () => {
  let server: EmbeddedCluster;
  let cluster: Connection;

  beforeAll(async () => {
    server = await startEmbeddedCluster({
      manifests: demoManifests,
      tokens: [{ token: 'admin-token', user: 'admin', rules: 'all' }],
    });
    const { url, caCertificate } = server;
    cluster = connect({ url, caCertificate, token: 'admin-token' });
  });

  afterAll(async () => {
    await cluster.disconnect();
    await server.close();
  });

  it('asks as the administrator', async () => {
    expect(await cluster.ask(brokers)).toMatchObject({ kind: 'BrokerList' });
  });

  it('asks as somebody else', async () => {
    const answer = await cluster.request(brokers, { token: 'garbage' });

    expect(answer.status).toBe(401);
    expect(answer.json()).toMatchObject({ kind: 'Status', code: 401 });
  });

  it('says what was answered to what', async () => {
    await expect(cluster.ask(brokers, { token: 'garbage' })).rejects.toThrow(
      `GET ${brokers} was answered 401: {"kind":"Status"`,
    );
  });

  it('asks again when the server has no time', async () => {
    server.inject({
      match: /brokers/,
      status: 429,
      headers: { 'retry-after': '0.01' },
      times: 2,
    });

    expect(await cluster.ask(brokers)).toMatchObject({ kind: 'BrokerList' });
  });

  it('trusts nobody but the given authority', async () => {
    const stranger = await startEmbeddedCluster({
      manifests: demoManifests,
      tokens: [],
    });
    const { url } = stranger;
    const { caCertificate } = server;
    const connection = connect({ url, caCertificate });

    await expect(connection.request('/version')).rejects.toThrow('certificate');

    await connection.disconnect();
    await stranger.close();
  });
});
