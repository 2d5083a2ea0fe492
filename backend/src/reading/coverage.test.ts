import type { Resource } from '../kubernetes/resource';
import { prepareCoverage, type CoverageFacts } from './coverage';

const resource = (group: string, kind: string): Resource => ({
  group,
  version: 'v1',
  kind,
  plural: `${kind.toLowerCase()}s`,
  namespaced: true,
  listable: true,
  categories: [],
});
const eventing = 'eventing.knative.dev';
const messaging = 'messaging.knative.dev';
const required = {
  Broker: resource(eventing, 'Broker'),
  EventType: resource(eventing, 'EventType'),
  Trigger: resource(eventing, 'Trigger'),
};
const channel = resource(messaging, 'Channel');
const facts: CoverageFacts = {
  kinds: {
    required,
    omitted: [
      {
        group: 'gauges.example.com',
        kind: 'ClusterGauge',
        reason: 'unsupported',
        message: '',
      },
    ],
    isAbsent: ({ group }) => group === 'flows.knative.dev',
  },
  scope: undefined,
  leftOut: new Set(),
  optional: [{ resource: channel, unread: new Set(), unavailable: new Set() }],
  findings: [],
};
const malformed = (kind: string, namespace: string) => ({
  code: 'malformedObject',
  severity: 'error' as const,
  object: { group: eventing, kind, namespace, name: 'x' },
  message: '',
  action: '',
});
const unreadChannels = (...unread: (string | undefined)[]) => [
  {
    resource: channel,
    unread: new Set(unread),
    unavailable: new Set<string>(),
  },
];
const unavailableChannels = (namespace: string) => {
  const places = new Set([namespace]);
  return [{ resource: channel, unread: places, unavailable: places }];
};

describe('whether all objects of a kind in a namespace were read', () => {
  const brokers = { ...required.Broker, namespace: 'shop' };
  const channels = { ...channel, namespace: 'shop' };
  const sequences = {
    group: 'flows.knative.dev',
    kind: 'Sequence',
    namespace: 'shop',
  };
  const others = { group: '', kind: 'Service', namespace: 'shop' };
  const clusterGauges = {
    group: 'gauges.example.com',
    kind: 'ClusterGauge',
    namespace: 'shop',
  };

  it.each<[string, typeof others, Partial<CoverageFacts>, boolean]>([
    ['everything', brokers, {}, true],
    ['an optional kind', channels, {}, true],
    ['a kind that is not installed', sequences, {}, true],
    ['a kind of which the mesh is not made', others, {}, false],
    ['a kind that cannot be listed', clusterGauges, {}, false],
    ['in scope', brokers, { scope: ['shop'] }, true],
    ['out of scope', brokers, { scope: ['cart'] }, false],
    ['not installed and out of scope', sequences, { scope: ['cart'] }, false],
    ['left out', brokers, { leftOut: new Set(['shop']) }, false],
    ['left out, optional', channels, { leftOut: new Set(['shop']) }, false],
    ['left out elsewhere', channels, { leftOut: new Set(['cart']) }, true],
    ['unread there', channels, { optional: unreadChannels('shop') }, false],
    ['unread elsewhere', channels, { optional: unreadChannels('cart') }, true],
    [
      'unread everywhere',
      channels,
      { optional: unreadChannels(undefined) },
      false,
    ],
    [
      'another kind that is unread',
      brokers,
      { optional: unreadChannels(undefined) },
      true,
    ],
    [
      'a malformed one',
      brokers,
      { findings: [malformed('Broker', 'shop')] },
      false,
    ],
    [
      'a malformed one elsewhere',
      brokers,
      { findings: [malformed('Broker', 'cart')] },
      true,
    ],
    [
      'a malformed one of no namespace',
      brokers,
      { findings: [malformed('Broker', '')] },
      false,
    ],
    [
      'a malformed one of another kind',
      brokers,
      { findings: [malformed('Trigger', 'shop')] },
      true,
    ],
  ])('%s', (_, kind, changed, expected) => {
    const { isRead } = prepareCoverage({ ...facts, ...changed });
    expect(isRead(kind)).toBe(expected);
  });

  it.each<[string, typeof others, Partial<CoverageFacts>, boolean]>([
    ['a kind of the mesh', channels, {}, true],
    [
      'even if it was refused',
      channels,
      { optional: unreadChannels('shop') },
      true,
    ],
    ['even if it cannot be listed', clusterGauges, {}, true],
    ['not any other kind', others, {}, false],
    ['not out of scope', channels, { scope: ['cart'] }, false],
    ['not what is left out', channels, { leftOut: new Set(['shop']) }, false],
    [
      'not what is unavailable',
      channels,
      { optional: unavailableChannels('shop') },
      false,
    ],
    [
      'what is unavailable elsewhere',
      channels,
      { optional: unavailableChannels('cart') },
      true,
    ],
  ])('answered for: %s', (_, kind, changed, expected) => {
    const { wasAnswered } = prepareCoverage({ ...facts, ...changed });
    expect(wasAnswered(kind)).toBe(expected);
  });
});
