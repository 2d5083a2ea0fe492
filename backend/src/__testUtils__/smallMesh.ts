import { broker, eventType, ofType, service, trigger } from './objects';
import { meshReader, serviceReader } from './startTestMesh';

/** A mesh of two namespaces, in each of which one event type has one consumer. */
export const objects = [
  broker('shop/default', 'MTChannelBasedBroker'),
  broker('cart/default', 'MTChannelBasedBroker'),
  eventType('shop/order', 'com.acme.order', 'default'),
  eventType('cart/added', 'com.acme.added', 'default'),
  trigger('shop/orders', 'default', 'Service/ledger', ofType('com.acme.order')),
  trigger('cart/added', 'default', 'Service/stock', ofType('com.acme.added')),
  service('shop/ledger', { label: 'ledger' }),
  service('cart/stock', { label: 'stock' }),
];

/** Tokens for the small mesh, each named for what it may. */
export const tokens = {
  'reader-token': [meshReader(), serviceReader()],
  'nothing-token': [],
  'no-triggers-token': [
    {
      apiGroups: ['eventing.knative.dev'],
      resources: ['brokers', 'eventtypes'],
      verbs: ['list'],
    },
  ],
  'shop-token': [meshReader(['shop']), serviceReader(['shop'])],
  'mesh-only-token': [meshReader()],
};
/** Headers of a request with a token. */
export const as = (token: string) => ({ authorization: `Bearer ${token}` });
