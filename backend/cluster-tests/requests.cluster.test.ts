import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  applyObjects,
  describeOwnServer,
  startDemoCluster,
  type DemoCluster,
} from 'testbed';
import { prepareAuditLog, type AuditLog } from './support/auditLog';
import { startServiceFor, type TestService } from './support/startService';

const objectsPerKind = 200;

describeOwnServer('what the API server is asked for', () => {
  let folder: string;
  let audit: AuditLog;
  let cluster: DemoCluster;
  let service: TestService;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'eventmesh-audit-'));
    audit = await prepareAuditLog(folder);
    cluster = await startDemoCluster({ flags: audit.flags });
    service = await startServiceFor(cluster);
    await audit.takeRequests();
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
    await rm(folder, { recursive: true });
  });

  const requestsFor = async (query = '') => {
    const { status } = await service.getMesh(cluster.readerToken, query);
    expect(status).toBe(200);
    return audit.takeRequests();
  };

  /** The lists of the kinds of the mesh, in a namespace or everywhere. */
  const meshLists = (place = '') => [
    `/apis/eventing.knative.dev/v1${place}/brokers`,
    `/apis/eventing.knative.dev/v1${place}/triggers`,
    `/apis/eventing.knative.dev/v1alpha1${place}/eventpolicies`,
    `/apis/eventing.knative.dev/v1alpha1${place}/eventtransforms`,
    `/apis/eventing.knative.dev/v1alpha1${place}/kafkasinks`,
    `/apis/eventing.knative.dev/v1alpha1${place}/requestreplies`,
    `/apis/eventing.knative.dev/v1beta2${place}/eventtypes`,
    `/apis/flows.knative.dev/v1${place}/parallels`,
    `/apis/flows.knative.dev/v1${place}/sequences`,
    `/apis/messaging.knative.dev/v1${place}/channels`,
    `/apis/messaging.knative.dev/v1${place}/inmemorychannels`,
    `/apis/messaging.knative.dev/v1${place}/subscriptions`,
    `/apis/messaging.knative.dev/v1beta1${place}/kafkachannels`,
    `/apis/sinks.knative.dev/v1alpha1${place}/integrationsinks`,
    `/apis/sinks.knative.dev/v1alpha1${place}/jobsinks`,
    `/apis/sources.knative.dev/v1${place}/apiserversources`,
    `/apis/sources.knative.dev/v1${place}/containersources`,
    `/apis/sources.knative.dev/v1${place}/pingsources`,
    `/apis/sources.knative.dev/v1${place}/sinkbindings`,
    `/apis/sources.knative.dev/v1alpha1${place}/integrationsources`,
    `/apis/sources.knative.dev/v1beta1${place}/kafkasources`,
  ];
  const everything = [
    '/api',
    // For the owners that Namespaces name.
    '/api/v1/namespaces',
    '/api/v1/namespaces/payments/services',
    '/api/v1/services?labelSelector=backstage.io%2Fkubernetes-id',
    '/apis',
    '/apis/apps/v1/deployments?labelSelector=backstage.io%2Fkubernetes-id',
    ...meshLists(),
    '/apis/serving.knative.dev/v1/namespaces/fraud/services',
    // Something goes to a URI, behind which could be one.
    '/apis/serving.knative.dev/v1/namespaces/payments/services',
    '/apis/serving.knative.dev/v1/services?labelSelector=backstage.io%2Fkubernetes-id',
  ].sort();

  it('is lists of kinds, whole and without pages', async () => {
    expect(await requestsFor()).toEqual([
      ...everything,
      '/readyz?exclude=shutdown',
    ]);
  });

  it('is not whether it is ready, as long as discovery is the same', async () => {
    expect(await requestsFor()).toEqual(everything);
  });

  it('is in the namespaces in scope only, and where these deliver to', async () => {
    expect(await requestsFor('?namespace=payments')).toEqual(
      [
        '/api',
        '/api/v1/namespaces/fraud/services?labelSelector=backstage.io%2Fkubernetes-id',
        '/api/v1/namespaces/payments',
        '/api/v1/namespaces/payments/services',
        '/api/v1/namespaces/payments/services?labelSelector=backstage.io%2Fkubernetes-id',
        '/apis',
        '/apis/apps/v1/namespaces/payments/deployments?labelSelector=backstage.io%2Fkubernetes-id',
        ...meshLists('/namespaces/payments'),
        '/apis/serving.knative.dev/v1/namespaces/fraud/services',
        '/apis/serving.knative.dev/v1/namespaces/fraud/services?labelSelector=backstage.io%2Fkubernetes-id',
        '/apis/serving.knative.dev/v1/namespaces/payments/services',
        '/apis/serving.knative.dev/v1/namespaces/payments/services?labelSelector=backstage.io%2Fkubernetes-id',
      ].sort(),
    );
  });

  it('does not grow with the triggers and their subscribers', async () => {
    await applyObjects(cluster, manyTriggers());

    expect(await requestsFor()).toEqual(everything);

    const answer = await service.getMesh(cluster.readerToken);
    const added = answer
      .mesh()
      .triggers?.filter(({ name }) => name.startsWith('many-'));
    expect(added).toHaveLength(objectsPerKind);
    expect(added?.every(({ subscriber }) => subscriber?.found === 'yes')).toBe(
      true,
    );
  });
});

/** Each delivers to a Service of its own; every fourth of these has no id. */
function manyTriggers() {
  return Array.from({ length: objectsPerKind }, (_, index) => {
    const name = `many-${index}`;
    const labels =
      index % 4 > 0 ? { 'backstage.io/kubernetes-id': name } : undefined;
    return [
      {
        apiVersion: 'v1',
        kind: 'Service',
        metadata: { namespace: 'payments', name, labels },
        spec: { ports: [{ port: 80 }] },
      },
      {
        apiVersion: 'eventing.knative.dev/v1',
        kind: 'Trigger',
        metadata: { namespace: 'payments', name },
        spec: {
          broker: 'payments',
          subscriber: { ref: { apiVersion: 'v1', kind: 'Service', name } },
        },
      },
    ];
  }).flat();
}
