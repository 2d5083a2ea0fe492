import { waitFor } from 'demo';
import {
  createServiceAccount,
  describeOwnServer,
  expiredToken,
  mintToken,
  readerAccount,
  signToken,
  startDemoCluster,
  startKubeApiserver,
  type DemoCluster,
} from 'testbed';
import { startServiceFor, type TestService } from './support/startService';

describeOwnServer('tokens', () => {
  let cluster: DemoCluster;
  let service: TestService;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  const answerTo = async (token: string) => {
    const answer = await service.getMesh(token);
    return {
      status: answer.status,
      challenge: answer.headers['www-authenticate'],
      error: answer.error(),
      isLogged: service.logged().includes(token),
    };
  };
  const unauthorized = {
    status: 401,
    challenge: 'Bearer',
    error: {
      code: 'unauthorized',
      error:
        'Kubernetes does not accept the token. It may have expired, or belong to another cluster.',
    },
    isLogged: false,
  };

  it('401 for one that has expired, for no other reason', async () => {
    const account = await readerAccount(cluster);
    const nextHour = new Date(Date.now() + 3_600_000);
    const valid = await signToken(cluster, account, nextHour);

    expect((await service.getMesh(valid)).status).toBe(200);
    const expired = await expiredToken(cluster, account);
    expect(await answerTo(expired)).toEqual(unauthorized);
  });

  it('401 for garbage, and for a signature that is not the cluster’s', async () => {
    const [header, claims] = cluster.readerToken.split('.');

    expect(await answerTo('garbage')).toEqual(unauthorized);
    expect(await answerTo(`${header}.${claims}.c2lnbmF0dXJl`)).toEqual(
      unauthorized,
    );
  });

  it('401 for a good one of another cluster', async () => {
    const other = await startKubeApiserver();
    try {
      const account = await createServiceAccount(other, 'default', 'stranger');
      const token = await mintToken(other, account);
      expect(await answerTo(token)).toEqual(unauthorized);
    } finally {
      await other.stop();
    }
  });

  it('403 for one that proves who somebody is, and gives no right', async () => {
    const account = await createServiceAccount(cluster, 'default', 'nobody');
    const answer = await service.getMesh(await mintToken(cluster, account));

    expect(answer.status).toBe(403);
    expect(answer.error().error).toContain(
      'resources: ["brokers", "eventtypes", "triggers"]',
    );
  });

  it('401 soon after the ServiceAccount is deleted', async () => {
    expect((await service.getMesh(cluster.readerToken)).status).toBe(200);

    await cluster.ask(
      '/api/v1/namespaces/knative-eventing/serviceaccounts/eventmesh-reader',
      { method: 'DELETE' },
    );

    // The API server trusts a token that it has just seen for ten seconds.
    await waitFor({
      what: 'the end of the token',
      ask: async () =>
        (await service.getMesh(cluster.readerToken)).status === 401 ||
        undefined,
      deadlineMilliseconds: 30_000,
    });
    expect(await answerTo(cluster.readerToken)).toEqual(unauthorized);
  });
});
