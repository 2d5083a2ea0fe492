import {
  applyYaml,
  describeOwnServer,
  startDemoCluster,
  type DemoCluster,
} from 'testbed';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import { startServiceFor, type TestService } from './support/startService';
import { forbiddenParts, summaryOf } from './support/summary';

/** One object of each of Knative's kinds on Kafka that people create. */
const onKafka = `
apiVersion: messaging.knative.dev/v1beta1
kind: KafkaChannel
metadata: { namespace: payments, name: settlements }
spec: { numPartitions: 3, replicationFactor: 1 }
---
apiVersion: sources.knative.dev/v1beta1
kind: KafkaSource
metadata: { namespace: payments, name: terminals }
spec:
  bootstrapServers: ['kafka.example.com:9092']
  topics: [terminals]
  sink:
    ref: { apiVersion: eventing.knative.dev/v1, kind: Broker, name: payments }
---
apiVersion: eventing.knative.dev/v1alpha1
kind: KafkaSink
metadata:
  namespace: payments
  name: warehouse
  labels: { backstage.io/kubernetes-id: warehouse }
spec: { bootstrapServers: ['kafka.example.com:9092'], topic: warehouse }
---
apiVersion: eventing.knative.dev/v1
kind: Trigger
metadata: { namespace: payments, name: to-warehouse }
spec:
  broker: ledger
  subscriber:
    ref:
      { apiVersion: eventing.knative.dev/v1alpha1, kind: KafkaSink, name: warehouse }
---
apiVersion: eventing.knative.dev/v1
kind: Trigger
metadata: { namespace: payments, name: to-settlements }
spec:
  broker: ledger
  filter: { attributes: { type: com.example.settlement } }
  subscriber:
    ref:
      { apiVersion: messaging.knative.dev/v1beta1, kind: KafkaChannel, name: settlements }
`;

describeOwnServer("a cluster with Knative's components for Kafka", () => {
  let cluster: DemoCluster;
  let service: TestService;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    await applyYaml(cluster, onKafka);
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  const read = async () => (await service.getMesh(cluster.readerToken)).mesh();

  it('has its channels, sources and sinks read', async () => {
    const { subscribables, sources, sinks, omitted } = await read();

    expect(subscribables).toContainEqual(
      expect.objectContaining({ kind: 'KafkaChannel', name: 'settlements' }),
    );
    expect(sources).toContainEqual(
      expect.objectContaining({
        kind: 'KafkaSource',
        name: 'terminals',
        settings: [{ name: 'topics', value: 'terminals' }],
      }),
    );
    expect(sinks).toContainEqual(
      expect.objectContaining({
        kind: 'KafkaSink',
        name: 'warehouse',
        settings: [{ name: 'topic', value: 'warehouse' }],
      }),
    );
    // Consumers and ConsumerGroups are the components' own affair.
    expect(omitted).toEqual([]);
  });

  it('has the brokers on Kafka read, and their triggers linked to its sinks', async () => {
    const mesh = await read();
    const { eventTypes, brokers, triggers } = summaryOf(mesh);

    expect(brokers).toEqual(expectedDemoMesh.brokers);
    expect(brokers['payments/ledger'].brokerClass).toBe('Kafka');
    expect(triggers).toEqual({
      ...expectedDemoMesh.triggers,
      'payments/to-settlements':
        'KafkaChannel.messaging.knative.dev payments/settlements: yes, no id',
      'payments/to-warehouse':
        'KafkaSink.eventing.knative.dev payments/warehouse: yes, warehouse',
    });
    expect(eventTypes).toEqual({
      ...expectedDemoMesh.eventTypes,
      ...withWarehouse('payments/ledger-entry-posted'),
      ...withWarehouse('payments/ledger-period-closed'),
      ...withWarehouse('payments/statement-matched'),
      ...withWarehouse('payments/e93a2ce08bef3f0e3f90bb91c001c14b'),
    });
  });

  it('asks for no right that the shipped ones do not hold', async () => {
    expect(forbiddenParts(await read())).toEqual([]);
  });
});

/** What `to-warehouse`, which passes everything, adds to an event type. */
function withWarehouse(key: keyof typeof expectedDemoMesh.eventTypes) {
  const expected = expectedDemoMesh.eventTypes[key];
  const consumers = 'consumers' in expected ? expected.consumers : [];
  return {
    [key]: {
      ...expected,
      consumers: [...consumers, 'to-warehouse yes'],
      consumedBy: [...expected.consumedBy, 'warehouse'],
    },
  };
}
