import { waitFor } from 'demo';
import {
  applyObjects,
  describeOwnServer,
  installCrds,
  startDemoCluster,
  type CustomResourceDefinition,
  type DemoCluster,
} from 'testbed';
import { allRights, tokenWith } from './support/access';
import { startServiceFor, type TestService } from './support/startService';
import { forbiddenParts } from './support/summary';

const group = 'gauges.example.com';
const gaugeRight = { group, resource: 'gaugesources' };

/** A version of objects that may hold anything. */
function version(name: string, use: { served: boolean; storage: boolean }) {
  const openAPIV3Schema = {
    type: 'object',
    'x-kubernetes-preserve-unknown-fields': true,
  };
  return { name, ...use, schema: { openAPIV3Schema } };
}

/** A source that is not Knative's, with a webhook that nobody answers for. */
const gaugeSource: CustomResourceDefinition = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `gaugesources.${group}` },
  spec: {
    group,
    scope: 'Namespaced',
    names: {
      kind: 'GaugeSource',
      plural: 'gaugesources',
      singular: 'gaugesource',
      categories: ['all', 'knative', 'sources'],
    },
    versions: [
      version('v1', { served: false, storage: false }),
      version('v1alpha1', { served: true, storage: true }),
    ],
    conversion: {
      strategy: 'Webhook',
      webhook: {
        conversionReviewVersions: ['v1'],
        clientConfig: { service: { namespace: 'default', name: 'nobody' } },
      },
    },
  },
};

describeOwnServer('a source that somebody else has defined', () => {
  let cluster: DemoCluster;
  let service: TestService;
  let token: string;

  beforeAll(async () => {
    cluster = await startDemoCluster();
    await installCrds(cluster, [gaugeSource], { keepConversion: true });
    await applyObjects(cluster, [
      {
        apiVersion: `${group}/v1alpha1`,
        kind: 'GaugeSource',
        metadata: { namespace: 'payments', name: 'pressure' },
        spec: {
          sink: {
            ref: {
              apiVersion: 'eventing.knative.dev/v1',
              kind: 'Broker',
              name: 'payments',
            },
          },
        },
      },
    ]);
    token = await tokenWith(cluster, 'gauge-reader', [
      ...allRights,
      gaugeRight,
    ]);
    service = await startServiceFor(cluster);
  });
  afterAll(async () => {
    await service?.close();
    await cluster?.stop();
  });

  const gaugesFor = async (reader: string) => {
    const mesh = (await service.getMesh(reader)).mesh();
    return {
      mesh,
      gauges: mesh.sources.filter(source => source.group === group),
    };
  };

  it('is read by whoever may', async () => {
    const { mesh, gauges } = await gaugesFor(token);

    expect(mesh.omitted).toEqual([]);
    expect(gauges).toMatchObject([
      {
        kind: 'GaugeSource',
        namespace: 'payments',
        name: 'pressure',
        sink: { kind: 'Broker', namespace: 'payments', name: 'payments' },
      },
    ]);
  });

  it('is named, with the rule to add, to whoever may not', async () => {
    const { mesh, gauges } = await gaugesFor(cluster.readerToken);

    expect(gauges).toEqual([]);
    expect(forbiddenParts(mesh)).toEqual([`GaugeSource.${group}`]);
    expect(mesh.omitted?.[0].message).toContain(
      `apiGroups: ["${group}"]\n  resources: ["gaugesources"]\n  verbs: ["list"]`,
    );
  });

  it('is left out, and the rest answered, while it cannot be read', async () => {
    // From now on v1 comes first, which takes the webhook.
    const [v1, v1alpha1] = gaugeSource.spec.versions;
    await cluster.ask(
      `/apis/apiextensions.k8s.io/v1/customresourcedefinitions/gaugesources.${group}`,
      {
        method: 'PATCH',
        contentType: 'application/merge-patch+json',
        body: { spec: { versions: [{ ...v1, served: true }, v1alpha1] } },
      },
    );
    await waitFor({
      what: 'a version that cannot be read',
      ask: async () => (await service.getMesh(token)).mesh().omitted?.[0],
      deadlineMilliseconds: 60_000,
    });
    const { mesh, gauges } = await gaugesFor(token);

    expect(gauges).toEqual([]);
    expect(mesh.omitted).toMatchObject([
      { group, kind: 'GaugeSource', reason: 'unavailable' },
    ]);
    expect(mesh.brokers).not.toEqual([]);
  });
});
