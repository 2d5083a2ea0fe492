import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  applyObjects,
  bindReader,
  createNamespace,
  describeOwnServer,
  installCrds,
  knativeManifests,
  mintReaderToken,
  startKubeApiserver,
  type CustomResourceDefinition,
  type KubeApiserver,
} from 'testbed';
import { startServiceFor, type TestService } from './support/startService';

const destination = {
  ref: { apiVersion: 'v1', kind: 'Service', name: 'receiver' },
};
const broker = {
  apiVersion: 'eventing.knative.dev/v1',
  kind: 'Broker',
  name: 'good',
};
const channel = {
  apiVersion: 'messaging.knative.dev/v1',
  kind: 'Channel',
  name: 'good',
};

/** A good spec of each kind that is read, and where it stands in the answer. */
const kinds: Record<string, [keyof EventMesh, object]> = {
  Broker: ['brokers', {}],
  EventType: ['eventTypes', { type: 'com.example.good', reference: broker }],
  Trigger: [
    'triggers',
    {
      broker: 'good',
      subscriber: destination,
      // As JSON.parse makes it: a name like any other.
      filter: {
        attributes: JSON.parse('{"__proto__":"a","constructor":"b"}'),
      },
    },
  ],
  EventPolicy: ['policies', { from: [{ sub: '*' }] }],
  EventTransform: ['flows', { sink: destination }],
  RequestReply: ['flows', { brokerRef: broker }],
  Channel: ['subscribables', {}],
  InMemoryChannel: ['subscribables', {}],
  KafkaChannel: ['subscribables', {}],
  Subscription: ['subscriptions', { channel, subscriber: destination }],
  Sequence: ['flows', { steps: [destination] }],
  Parallel: ['flows', { branches: [{ subscriber: destination }] }],
  ApiServerSource: ['sources', { sink: destination }],
  ContainerSource: ['sources', { sink: destination }],
  IntegrationSource: ['sources', { sink: destination }],
  KafkaSource: ['sources', { sink: destination, topics: ['good'] }],
  PingSource: ['sources', { sink: destination }],
  SinkBinding: [
    'sources',
    {
      sink: destination,
      subject: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'sender' },
    },
  ],
  IntegrationSink: ['sinks', {}],
  JobSink: ['sinks', {}],
  KafkaSink: ['sinks', { topic: 'good' }],
};

const labels = { constructor: 'a', toString: 'b', valueOf: 'c' };

/** Takes any object, as CRDs did before they had schemas. */
function withoutSchema(
  definition: CustomResourceDefinition,
): CustomResourceDefinition {
  const openAPIV3Schema = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  const versions = definition.spec.versions.map(
    ({ name, served, storage }) => ({
      name,
      served,
      storage,
      schema: { openAPIV3Schema },
    }),
  );
  return { ...definition, spec: { ...definition.spec, versions } };
}

/** Of each kind one good object and one that is none. */
function objectsOf(definitions: readonly CustomResourceDefinition[]) {
  return definitions.flatMap(({ spec: { group, names, versions } }) => {
    const [, spec] = kinds[String(names.kind)] ?? [];
    const stored = versions.find(({ storage }) => storage);
    const object = (name: string, content: unknown) => ({
      apiVersion: `${group}/${stored?.name}`,
      kind: String(names.kind),
      metadata: { namespace: 'shop', name, labels },
      spec: content,
    });
    return spec ? [object('good', spec), object('bad', 'no object')] : [];
  });
}

describeOwnServer('a malformed object of each kind among good ones', () => {
  let cluster: KubeApiserver;
  let service: TestService;
  let mesh: EventMesh;

  beforeAll(async () => {
    cluster = await startKubeApiserver();
    const definitions = (
      await Promise.all([
        knativeManifests.eventing(),
        knativeManifests.inMemoryChannel(),
        knativeManifests.kafka(),
      ])
    ).flat();
    await createNamespace(cluster, 'knative-eventing');
    await createNamespace(cluster, 'shop');
    await installCrds(cluster, definitions.map(withoutSchema));
    await applyObjects(cluster, objectsOf(definitions));
    await bindReader(cluster);
    service = await startServiceFor(cluster);
    const answer = await service.getMesh(await mintReaderToken(cluster));
    mesh = answer.mesh();
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  it.each(Object.entries(kinds))(
    'of %s costs only itself and a finding',
    (kind, [part]) => {
      const inPart = (mesh[part] ?? []) as { name: string; kind?: string }[];
      const names = inPart
        .filter(object => (object.kind ?? kind) === kind)
        .map(({ name }) => name);
      expect(names).toEqual(['good']);
      const malformed = mesh.findings?.filter(
        ({ code, object }) =>
          code === 'malformedObject' && object.kind === kind,
      );
      expect(malformed).toMatchObject([
        { severity: 'error', object: { namespace: 'shop', name: 'bad' } },
      ]);
    },
  );

  it('leaves nothing else out', () => {
    const malformed = mesh.findings?.filter(
      ({ code }) => code === 'malformedObject',
    );
    expect(malformed).toHaveLength(Object.keys(kinds).length);
    expect(
      mesh.omitted?.filter(({ reason }) => reason !== 'forbidden'),
    ).toEqual([]);
  });

  it('passes names on that mean something to JavaScript', () => {
    expect(mesh.brokers[0].labels).toEqual(labels);
    const [trigger] = mesh.triggers ?? [];
    expect(JSON.stringify(trigger.filter)).toBe(
      '{"__proto__":"a","constructor":"b"}',
    );
  });
});
