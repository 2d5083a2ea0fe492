import { listPaths, withoutConversion } from './customResourceDefinition';

const eventTypes = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: 'eventtypes.eventing.knative.dev' },
  spec: {
    group: 'eventing.knative.dev',
    names: { plural: 'eventtypes', kind: 'EventType' },
    versions: [
      { name: 'v1beta1', served: false, storage: false },
      { name: 'v1beta2', served: true, storage: true },
      { name: 'v1beta3', served: true, storage: false },
    ],
    conversion: { strategy: 'Webhook' },
  },
};

it('lists only the stored version while a webhook converts', () => {
  expect(listPaths(eventTypes)).toEqual([
    '/apis/eventing.knative.dev/v1beta2/eventtypes',
  ]);
});

it('lists every served version without a webhook', () => {
  expect(listPaths(withoutConversion(eventTypes))).toEqual([
    '/apis/eventing.knative.dev/v1beta2/eventtypes',
    '/apis/eventing.knative.dev/v1beta3/eventtypes',
  ]);
});
