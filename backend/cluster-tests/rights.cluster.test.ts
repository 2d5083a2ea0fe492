import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import { waitFor } from 'demo';
import {
  describeOwnServer,
  startDemoCluster,
  type DemoCluster,
  type ListRight,
} from 'testbed';
import { allRights, optionalKinds, tokenWith } from './support/access';
import { expectedDemoMesh } from './support/expectedDemoMesh';
import { startServiceFor, type TestService } from './support/startService';
import { forbiddenParts, summaryOf } from './support/summary';

const eventing = 'eventing.knative.dev';
const serving = 'serving.knative.dev';

describeOwnServer('a token without one right', () => {
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

  const askWithout = async (missing: readonly ListRight[], name: string) => {
    const rights = allRights.filter(right => !missing.includes(right));
    return service.getMesh(await tokenWith(cluster, name, rights));
  };
  const right = (group: string, resource: string) =>
    allRights.filter(
      known => known.group === group && known.resource === resource,
    );

  it('reads everything when it lacks none', async () => {
    const mesh = (await askWithout([], 'complete')).mesh();

    expect(summaryOf(mesh)).toEqual(expectedDemoMesh);
    expect(forbiddenParts(mesh)).toEqual([]);
  });

  it.each(['brokers', 'eventtypes', 'triggers'])(
    '403 without list %s, with the rule to add',
    async plural => {
      const answer = await askWithout(right(eventing, plural), `no-${plural}`);

      expect(answer.status).toBe(403);
      expect(answer.error()).toEqual({
        code: 'forbidden',
        error: [
          `The token may not list ${plural} (eventing.knative.dev) in all namespaces. Add to a ClusterRole, and bind it to the token's user:`,
          '- apiGroups: ["eventing.knative.dev"]',
          `  resources: ["${plural}"]`,
          '  verbs: ["list"]',
          'Or ask for single namespaces with ?namespace=.',
        ].join('\n'),
      });
    },
  );

  it.each(optionalKinds)(
    'leaves out %s (%s) without list %s, and says which rule to add',
    async (kind, group, plural) => {
      const answer = await askWithout(right(group, plural), `no-${plural}`);
      const mesh = answer.mesh();

      expect(mesh.omitted).toEqual([
        {
          group,
          kind,
          reason: 'forbidden',
          message: [
            `The token may not list ${plural} (${group}) in all namespaces, so they are left out. Add to a ClusterRole:`,
            `- apiGroups: ["${group}"]`,
            `  resources: ["${plural}"]`,
            '  verbs: ["list"]',
          ].join('\n'),
        },
      ]);
      expect(kindsIn(mesh)).not.toContain(kind);
      expect(Object.keys(summaryOf(mesh).triggers)).toEqual(
        Object.keys(expectedDemoMesh.triggers),
      );
    },
  );

  it('says which subscribers it cannot link without list services', async () => {
    const answer = await askWithout(right('', 'services'), 'no-services');
    const mesh = answer.mesh();
    const { triggers } = summaryOf(mesh);

    expect(forbiddenParts(mesh)).toEqual([
      'Service in fraud',
      'Service in payments',
    ]);
    // What exists is now told by the conditions of the triggers.
    expect(triggers).toEqual({
      ...expectedDemoMesh.triggers,
      'fraud/payout-watch': 'Service fraud/case-desk: yes, no id',
      'fraud/suspicious-payments': 'Service fraud/case-desk: yes, no id',
      'payments/booked-orders': 'Service payments/orders: yes, no id',
      'payments/checkout-refusals': 'Service payments/orders: yes, no id',
      'payments/dispute-intake': 'Service fraud/case-desk: yes, no id',
      'payments/foreign-refunds': 'Service fraud/case-desk: yes, no id',
      'payments/ledger-reporting': 'Service payments/reporting: yes, no id',
      'payments/loyalty-points': 'Service payments/loyalty: yes, no id',
      'payments/pilot-shop': 'Service payments/reporting: yes, no id',
      'payments/terminal-totals': 'Service payments/reporting: yes, no id',
      // No condition tells what a URI leads to.
      'payments/vouchers':
        'Service payments/voucher-printer at http://voucher-printer.payments.svc.cluster.local: unknown, no id',
    });
  });

  it('says which workloads it cannot link without list deployments', async () => {
    const answer = await askWithout(right('apps', 'deployments'), 'no-apps');
    const mesh = answer.mesh();

    expect(forbiddenParts(mesh)).toEqual(['Deployment.apps in payments']);
    expect(summaryOf(mesh).triggers).toEqual(expectedDemoMesh.triggers);
  });

  it('says so of Knative Services too', async () => {
    const answer = await askWithout(right(serving, 'services'), 'no-serving');
    const mesh = answer.mesh();

    expect(forbiddenParts(mesh)).toEqual([
      'Service.serving.knative.dev in fraud',
      'Service.serving.knative.dev in payments',
    ]);
    expect(summaryOf(mesh).eventTypes['payments/payment-received']).toEqual({
      ...expectedDemoMesh.eventTypes['payments/payment-received'],
      consumedBy: ['loyalty'],
    });
    expect(mesh.omitted).toContainEqual(
      expect.objectContaining({
        namespace: 'fraud',
        message: expect.stringContaining(
          'apiGroups: ["serving.knative.dev"]\n  resources: ["services"]\n  verbs: ["list"]',
        ),
      }),
    );
  });

  it('falls back to the namespaces in which it may list subscribers', async () => {
    const only = ['payments', 'fraud'].map(namespace => ({
      group: '',
      resource: 'services',
      namespace,
    }));
    const [core] = right('', 'services');
    const token = await tokenWith(cluster, 'services-by-namespace', [
      ...allRights.filter(known => known !== core),
      ...only,
    ]);
    const mesh = (await service.getMesh(token)).mesh();

    expect(summaryOf(mesh)).toEqual(expectedDemoMesh);
    expect(forbiddenParts(mesh)).toEqual([]);
  });

  it('is what the shipped reader is where Serving’s ClusterRole is missing', async () => {
    await cluster.ask(
      '/apis/rbac.authorization.k8s.io/v1/clusterroles/knative-serving-namespaced-view',
      { method: 'DELETE' },
    );
    const mesh = await waitFor({
      what: 'the end of the rights',
      ask: async () => {
        const answer = await service.getMesh(cluster.readerToken);
        return forbiddenParts(answer.mesh()).length > 0
          ? answer.mesh()
          : undefined;
      },
      deadlineMilliseconds: 20_000,
    });

    expect(forbiddenParts(mesh)).toEqual([
      'Service.serving.knative.dev in fraud',
      'Service.serving.knative.dev in payments',
    ]);
    expect(summaryOf(mesh).brokers).toEqual(expectedDemoMesh.brokers);
  });
});

/** Kinds of which there is an object in the answer. */
function kindsIn(mesh: EventMesh): string[] {
  const { subscribables, sources, sinks = [], flows = [] } = mesh;
  return [
    ...[...subscribables, ...sources, ...sinks, ...flows].map(
      ({ kind }) => kind,
    ),
    ...(mesh.subscriptions ?? []).map(() => 'Subscription'),
    ...(mesh.policies ?? []).map(() => 'EventPolicy'),
  ];
}
