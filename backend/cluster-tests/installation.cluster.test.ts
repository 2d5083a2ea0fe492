import { waitFor } from 'demo';
import {
  applyObjects,
  bindReader,
  createNamespace,
  describeOwnServer,
  installKnative,
  loadDemoMesh,
  mintReaderToken,
  startKubeApiserver,
  type KubeApiserver,
} from 'testbed';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import {
  startServiceFor,
  type MeshAnswer,
  type TestService,
} from './support/startService';
import { summaryOf } from './support/summary';

const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const triggers = 'triggers.eventing.knative.dev';
const optional = [
  'channels.messaging.knative.dev',
  'inmemorychannels.messaging.knative.dev',
  'subscriptions.messaging.knative.dev',
  'pingsources.sources.knative.dev',
  'services.serving.knative.dev',
];

/** One cluster on which Knative appears step by step; the service just runs. */
describeOwnServer('a cluster that Knative is installed on', () => {
  let cluster: KubeApiserver;
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    cluster = await startKubeApiserver();
    await createNamespace(cluster, 'knative-eventing');
    await bindReader(cluster);
    token = await mintReaderToken(cluster);
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  const ask = () => service.getMesh(token);
  const missing = (kinds: string) => ({
    code: 'notInstalled',
    error: `This cluster does not have ${kinds} (eventing.knative.dev). Install Knative Eventing, or ask the cluster that has it.`,
  });

  it('424 without the API group', async () => {
    const answer = await ask();

    expect(answer.status).toBe(424);
    expect(answer.error()).toEqual(missing('Broker, EventType, Trigger'));
  });

  it('424 without one kind', async () => {
    await installKnative(cluster, { without: [triggers, ...optional] });
    const answer = await ask();

    expect(answer.status).toBe(424);
    expect(answer.error()).toEqual(missing('Trigger'));
  });

  it('200 without kinds that nobody needs, of which nothing is omitted', async () => {
    await installKnative(cluster, { without: optional });
    const mesh = (await ask()).mesh();

    expect(mesh.subscribables).toEqual([]);
    expect(mesh.omitted).toEqual([]);
  });

  it('says of subscribers that their kind is not there', async () => {
    const name = 'to-nowhere';
    const ref = {
      apiVersion: 'serving.knative.dev/v1',
      kind: 'Service',
      name: 'never-installed',
    };
    await applyObjects(cluster, [
      {
        apiVersion: 'eventing.knative.dev/v1',
        kind: 'Trigger',
        metadata: { namespace: 'default', name },
        spec: { broker: 'default', subscriber: { ref } },
      },
    ]);

    expect(summaryOf((await ask()).mesh()).triggers).toEqual({
      'default/to-nowhere':
        'Service.serving.knative.dev default/never-installed: no, no id',
    });
    await cluster.ask(
      `/apis/eventing.knative.dev/v1/namespaces/default/triggers/${name}`,
      { method: 'DELETE' },
    );
  });

  it('200 as soon as all of it is there', async () => {
    await installKnative(cluster);
    await loadDemoMesh(cluster);

    expect(summaryOf((await ask()).mesh())).toEqual(expectedDemoMesh);
  });

  it('424 again when a kind is uninstalled, and nothing in between', async () => {
    await cluster.ask(`${crds}/${triggers}`, { method: 'DELETE' });
    const answers: MeshAnswer[] = [];
    const last = await waitFor({
      what: 'the end of the kind',
      ask: async () => {
        const answer = await ask();
        answers.push(answer);
        return answer.status === 424 ? answer : undefined;
      },
      deadlineMilliseconds: 60_000,
      intervalMilliseconds: 20,
    });

    expect(last.error()).toEqual(missing('Trigger'));
    // Its objects are deleted one by one, before it is gone itself.
    for (const answer of answers.slice(0, -1)) {
      expect([200, 503]).toContain(answer.status);
    }
  });
});
