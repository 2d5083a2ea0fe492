import { describeRequest, KubernetesError } from './kubernetesError';

describe('describeRequest', () => {
  it.each([
    [{ verb: 'get', path: '/apis' }, 'get /apis'],
    [
      { verb: 'list', group: '', resource: 'services', namespace: 'shop' },
      'list services in namespace "shop"',
    ],
    [
      { verb: 'list', group: 'eventing.knative.dev', resource: 'triggers' },
      'list triggers.eventing.knative.dev in all namespaces',
    ],
  ] as const)('%j', (request, text) => {
    expect(describeRequest(request)).toBe(text);
  });
});

it('says what was asked and what came of it', () => {
  const error = new KubernetesError('slow', { verb: 'get', path: '/apis' });
  expect(error.message).toBe('Kubernetes did not answer in time to get /apis.');
});
