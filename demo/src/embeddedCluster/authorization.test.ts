import {
  authenticate,
  forbidden,
  isAllowed,
  verbOf,
  type AccessRule,
} from './authorization';
import { parsePath } from './requestPath';

const reader: AccessRule = {
  apiGroups: ['eventing.knative.dev'],
  resources: ['brokers', 'triggers'],
  verbs: ['list'],
};

const brokers = '/apis/eventing.knative.dev/v1/brokers';
const brokersOf = (namespace: string) =>
  `/apis/eventing.knative.dev/v1/namespaces/${namespace}/brokers`;

describe('authenticate', () => {
  const jane = { token: 'secret', user: 'jane', rules: 'all' } as const;

  it.each([
    ['Bearer secret', 'jane'],
    ['bearer secret', 'jane'],
    ['Bearer other', undefined],
    ['Bearer ', 'system:anonymous'],
    ['Bearer  secret', 'system:anonymous'],
    ['Bearer secret and more', 'jane'],
    ['Basic secret', 'system:anonymous'],
    [undefined, 'system:anonymous'],
  ])('takes %s for %s', (authorization, user) => {
    expect(authenticate(authorization, [jane])?.user).toBe(user);
  });
});

describe('isAllowed', () => {
  it.each([
    ['the listed resource', reader, brokers, true],
    ['it in one namespace too', reader, brokersOf('shop'), true],
    ['one object without get', reader, `${brokersOf('shop')}/default`, false],
    ['another resource', reader, brokers.replace('brokers', 'x'), false],
    ['another group', reader, '/apis/apps/v1/brokers', false],
    [
      'anything with stars',
      { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
      '/api/v1/namespaces/shop/secrets/password',
      true,
    ],
    [
      'its own namespace',
      { ...reader, namespaces: ['shop'] },
      brokersOf('shop'),
      true,
    ],
    [
      'another namespace',
      { ...reader, namespaces: ['shop'] },
      brokersOf('bank'),
      false,
    ],
    ['all namespaces', { ...reader, namespaces: ['shop'] }, brokers, false],
    ['discovery', reader, '/apis/apps/v1', true],
    ['another path', reader, '/metrics', false],
  ])('decides about %s', (_, rule, path, expected) => {
    const caller = { user: 'jane', rules: [rule] };

    const target = parsePath(path);
    expect(isAllowed(caller, verbOf('GET', target), target)).toBe(expected);
  });
});

describe('verbOf', () => {
  it.each([
    ['GET', brokers, 'list'],
    ['GET', `${brokersOf('shop')}/default`, 'get'],
    ['POST', brokers, 'create'],
    ['DELETE', brokers, 'deletecollection'],
    ['DELETE', `${brokersOf('shop')}/default`, 'delete'],
    ['PUT', '/apis', 'put'],
  ])('of %s %s is %s', (method, path, verb) => {
    expect(verbOf(method, parsePath(path))).toBe(verb);
  });
});

describe('forbidden', () => {
  const caller = { user: 'jane', rules: [] };

  it.each([
    [
      brokers,
      'brokers.eventing.knative.dev is forbidden: User "jane" cannot list resource "brokers" in API group "eventing.knative.dev" at the cluster scope',
    ],
    [
      brokersOf('shop'),
      'brokers.eventing.knative.dev is forbidden: User "jane" cannot list resource "brokers" in API group "eventing.knative.dev" in the namespace "shop"',
    ],
    [
      '/api/v1/namespaces/shop/services/cart',
      'services "cart" is forbidden: User "jane" cannot get resource "services" in API group "" in the namespace "shop"',
    ],
    ['/metrics', 'forbidden: User "jane" cannot get path "/metrics"'],
  ])('refuses %s in the words of Kubernetes', (path, message) => {
    const target = parsePath(path);
    const { status, body } = forbidden(caller, verbOf('GET', target), target);

    expect(status).toBe(403);
    expect(JSON.parse(body)).toMatchObject({ reason: 'Forbidden', message });
  });
});
