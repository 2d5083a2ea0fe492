import { writtenObject, writtenStatus } from './written';

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'orders',
    namespace: 'payments',
    labels: { app: 'orders' },
    uid: '4711',
    generation: 2,
  },
  spec: { ports: [] },
  status: { loadBalancer: {} },
};

it('leaves out what the API server gives to an object', () => {
  expect(writtenObject(service)).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name: 'orders',
      namespace: 'payments',
      labels: { app: 'orders' },
    },
    spec: { ports: [] },
    status: { loadBalancer: {} },
  });
});

it('takes identity and status for what a controller writes', () => {
  expect(writtenStatus(service)).toEqual({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'orders', namespace: 'payments' },
    status: { loadBalancer: {} },
  });
});

it('has no status to write for an object without one', () => {
  expect(writtenStatus({ ...service, status: undefined })).toBeUndefined();
});
