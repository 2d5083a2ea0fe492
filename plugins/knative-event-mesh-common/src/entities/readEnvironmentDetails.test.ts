import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from './annotations';
import { readEnvironmentDetails } from './readEnvironmentDetails';

function environmentWith(eventMesh: unknown): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: {
      name: 'knative-event-mesh-dev',
      annotations: { [eventMeshAnnotations.role]: 'environment' },
    },
    spec: { eventMesh } as Entity['spec'],
  };
}

const least = { environment: 'dev', lastGoodPoll: '2026-01-01T00:00:00.000Z' };
const policy = {
  namespace: 'payments',
  name: 'only-us',
  to: [{ group: 'eventing.knative.dev', kind: 'Broker', name: 'default' }],
  subjects: ['system:serviceaccount:payments:*'],
  readiness: { status: 'True', stale: false },
};

describe('readEnvironmentDetails', () => {
  it('reads what the catalog module writes', () => {
    const complete = {
      ...least,
      serviceVersion: '1.0.0',
      counts: [{ kind: 'Broker', count: 3 }],
      policies: [policy, { ...policy, name: 'everything', to: [] }],
      linkCoverage: { linked: 1, total: 2 },
      omitted: [
        { group: '', kind: 'Service', reason: 'forbidden', message: 'No.' },
      ],
      doubts: [
        {
          reason: 'removals',
          group: 'eventing.knative.dev',
          kind: 'Broker',
          since: '2026-01-01T00:00:00.000Z',
          entities: 12,
        },
        {
          reason: 'omitted',
          namespace: 'payments',
          since: '2026-01-01T00:00:00.000Z',
          entities: 0,
        },
      ],
      findings: [
        {
          code: 'a',
          severity: 'error',
          object: { group: '', kind: 'A', namespace: 'b', name: 'c' },
          message: 'm',
          action: 'a',
        },
      ],
      findingsLeftOut: 4,
      pollIntervalSeconds: 60,
    };
    const details = readEnvironmentDetails(environmentWith(complete));
    expect(JSON.parse(JSON.stringify(details))).toEqual(complete);
  });

  it.each([
    ['nothing', undefined],
    ['no environment', { lastGoodPoll: least.lastGoodPoll }],
    ['no good poll', { environment: 'dev' }],
    ['a list', [least]],
  ])('tells nothing of an entity with %s', (_, eventMesh) => {
    expect(readEnvironmentDetails(environmentWith(eventMesh))).toBeUndefined();
  });

  it.each([
    ['no more than the least', {}],
    [
      'parts of another shape',
      {
        counts: [{ kind: 'Broker', count: -1 }, { count: 1 }, null],
        policies: [{ name: 1, to: [] }, { name: 'a' }, 7],
        linkCoverage: { linked: '1', total: 0.5 },
        omitted: 'none',
        doubts: [
          { reason: 'removals', since: 'lately' },
          { reason: 'mood', since: least.lastGoodPoll },
        ],
        findings: {},
        findingsLeftOut: 'many',
        pollIntervalSeconds: 0,
      },
    ],
  ])('degrades with %s', (_, parts) => {
    expect(
      readEnvironmentDetails(environmentWith({ ...least, ...parts })),
    ).toEqual({
      ...least,
      counts: [],
      policies: [],
      linkCoverage: { linked: 0, total: 0 },
      omitted: [],
      doubts: [],
      findings: [],
    });
  });

  it('never widens a policy by leaving out a target', () => {
    const details = readEnvironmentDetails(
      environmentWith({ ...least, policies: [{ ...policy, to: [{}] }] }),
    );
    expect(details?.policies).toEqual([]);
  });
});
