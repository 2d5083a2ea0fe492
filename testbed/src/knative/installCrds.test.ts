import type { Answer, Cluster, ClusterRequest } from '../cluster/cluster';
import { installCrds } from './installCrds';

const definition = (plural: string) => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.example.com` },
  spec: {
    group: 'example.com',
    names: { plural },
    versions: [{ name: 'v1', served: true, storage: true }],
    conversion: { strategy: 'Webhook' },
  },
});

/** Has the CRD `old`, and serves a new one when it was asked for it twice. */
function fakeCluster() {
  const applied: unknown[] = [];
  let questions = 0;
  const cluster: Cluster = {
    url: 'https://cluster',
    caCertificate: '',
    async request(path) {
      questions += 1;
      const resources = [{ resource: 'new' }];
      const discovery = {
        items: [
          {
            metadata: { name: 'example.com' },
            versions: [{ version: 'v1', resources }],
          },
        ],
      };
      const status = path.includes('/new?') && questions < 4 ? 404 : 200;
      return { status, json: () => discovery as unknown } as Answer;
    },
    async ask(path: string, request?: ClusterRequest) {
      if (request) {
        applied.push(request.body);
      }
      return path.endsWith('/customresourcedefinitions')
        ? { items: [definition('old')] }
        : {
            resources: [
              {
                name: 'customresourcedefinitions',
                kind: 'CustomResourceDefinition',
                namespaced: false,
              },
            ],
          };
    },
  };
  return { cluster, applied, questions: () => questions };
}

describe('installCrds', () => {
  it('takes the webhook out, and waits until the lists are answered', async () => {
    const { cluster, applied, questions } = fakeCluster();

    await installCrds(cluster, [definition('new')]);

    const { conversion, ...spec } = definition('new').spec;
    expect(applied).toEqual([{ ...definition('new'), spec }]);
    expect(questions()).toBe(4);
  });

  it('keeps the webhook, and CRDs that are there, if told so', async () => {
    const { cluster, applied } = fakeCluster();

    await installCrds(cluster, [definition('old'), definition('new')], {
      keepConversion: true,
      keepExisting: true,
    });

    expect(applied).toEqual([definition('new')]);
  });
});
