import { waitFor } from 'demo';
import {
  applyYaml,
  describeOwnServer,
  installCrds,
  installKnative,
  knativeManifests,
  startKubeApiserver,
  type EventTypeRelease,
  type KubeApiserver,
} from '../src';

const eventTypes = (version: string) =>
  `/apis/eventing.knative.dev/${version}/eventtypes`;

const statusOf = async (server: KubeApiserver, path: string) =>
  (await server.request(path)).status;

describeOwnServer('CRDs of Knative', () => {
  let server: KubeApiserver;

  beforeAll(async () => {
    server = await startKubeApiserver();
  });

  afterAll(() => server.stop());

  it('are listed as soon as they are installed', async () => {
    await installKnative(server);

    const statuses = await Promise.all(
      [
        '/apis/eventing.knative.dev/v1/brokers',
        '/apis/eventing.knative.dev/v1/triggers',
        eventTypes('v1beta2'),
        eventTypes('v1beta3'),
        '/apis/messaging.knative.dev/v1/inmemorychannels',
        '/apis/sources.knative.dev/v1/pingsources',
        '/apis/serving.knative.dev/v1/services',
      ].map(path => statusOf(server, path)),
    );

    expect(statuses).toEqual([200, 200, 200, 200, 200, 200, 200]);
  });

  it('include those of its components for Kafka', async () => {
    await installCrds(server, await knativeManifests.kafka());

    const statuses = await Promise.all(
      [
        '/apis/messaging.knative.dev/v1beta1/kafkachannels',
        '/apis/sources.knative.dev/v1beta1/kafkasources',
        '/apis/eventing.knative.dev/v1alpha1/kafkasinks',
      ].map(path => statusOf(server, path)),
    );

    expect(statuses).toEqual([200, 200, 200]);
  });

  it('can keep a conversion webhook that is dead', async () => {
    await installCrds(server, await knativeManifests.eventing(), {
      keepConversion: true,
    });
    await applyYaml(
      server,
      `
apiVersion: eventing.knative.dev/v1beta2
kind: EventType
metadata: { name: paid, namespace: default }
spec: { type: com.example.paid }
`,
    );

    expect(await statusOf(server, eventTypes('v1beta2'))).toBe(200);
    const status = await waitFor({
      what: 'the loss of the webhook',
      ask: async () => {
        const asked = await statusOf(server, eventTypes('v1beta3'));
        return asked === 200 ? undefined : asked;
      },
      deadlineMilliseconds: 30_000,
    });
    expect([429, 500]).toContain(status);
  });
});

describeOwnServer('EventType of earlier releases', () => {
  let server: KubeApiserver;

  beforeAll(async () => {
    server = await startKubeApiserver();
  });

  afterAll(() => server.stop());

  // In this order: no release stores a version that a later one does not serve.
  it.each<[EventTypeRelease, number, number, number]>([
    ['1.8', 200, 404, 404],
    ['1.11', 200, 200, 404],
    ['1.13', 200, 200, 404],
    ['1.14', 200, 200, 404],
    ['1.15', 200, 200, 200],
  ])(
    'of Knative %s: v1beta1 is answered %i, v1beta2 %i, v1beta3 %i',
    async (release, ...expected) => {
      await installCrds(server, await knativeManifests.eventType(release));

      const statuses = await Promise.all(
        ['v1beta1', 'v1beta2', 'v1beta3'].map(version =>
          // A version that has just been added is still being read for a moment.
          waitFor({
            what: `the start of ${version}`,
            ask: async () => {
              const status = await statusOf(server, eventTypes(version));
              return status === 429 ? undefined : status;
            },
            deadlineMilliseconds: 30_000,
          }),
        ),
      );

      expect(statuses).toEqual(expected);
    },
  );
});
