import type { Resource } from '../kubernetes/resource';
import { forbiddenMessage, omissionsOf, type TriedPlace } from './omissions';

const channels: Resource = {
  group: 'messaging.knative.dev',
  version: 'v1',
  kind: 'Channel',
  plural: 'channels',
  namespaced: true,
  listable: true,
  categories: [],
};
const read = { state: 'read', result: [] } as const;
const forbidden = { state: 'forbidden' } as const;
const unavailable = { state: 'unavailable', message: 'It failed.' } as const;
const inNamespaces = (count: number, list: TriedPlace['list']) =>
  Array.from({ length: count }, (_, index) => ({
    namespace: `n${index}`,
    list,
  }));

describe('omissionsOf', () => {
  it.each<[string, TriedPlace[], (string | undefined)[]]>([
    ['nothing of what was read', [{ list: read }], []],
    ['all namespaces at once', [{ list: forbidden }], [undefined]],
    ['a few namespaces', inNamespaces(2, forbidden), ['n0', 'n1']],
    ['many namespaces once', inNamespaces(6, forbidden), [undefined]],
    [
      'one of many namespaces',
      [...inNamespaces(6, read), { namespace: 'x', list: forbidden }],
      ['x'],
    ],
  ])('names %s', (_, places, namespaces) => {
    expect(
      omissionsOf(channels, places).map(({ namespace }) => namespace),
    ).toEqual(namespaces);
  });

  it('says which rule to add', () => {
    const [everywhere] = omissionsOf(channels, [{ list: forbidden }]);
    expect(everywhere).toEqual({
      group: 'messaging.knative.dev',
      kind: 'Channel',
      reason: 'forbidden',
      message: [
        'The token may not list channels (messaging.knative.dev) in all namespaces, so they are left out. Add to a ClusterRole:',
        '- apiGroups: ["messaging.knative.dev"]',
        '  resources: ["channels"]',
        '  verbs: ["list"]',
      ].join('\n'),
    });
    const [inShop] = omissionsOf(channels, [
      { namespace: 'shop', list: forbidden },
    ]);
    expect(inShop).toMatchObject({
      namespace: 'shop',
      message: expect.stringMatching(/in namespace shop, .* to a Role there:/),
    });
  });

  it('says what failed', () => {
    expect(omissionsOf(channels, [{ list: unavailable }])).toEqual([
      {
        group: 'messaging.knative.dev',
        kind: 'Channel',
        reason: 'unavailable',
        message: 'It failed. They are left out until it can.',
      },
    ]);
  });

  it('prefers a reason that somebody can do something about', () => {
    const places = [
      ...inNamespaces(5, unavailable),
      { namespace: 'x', list: forbidden },
    ];
    expect(omissionsOf(channels, places)).toMatchObject([
      { kind: 'Channel', reason: 'forbidden' },
    ]);
  });
});

describe('forbiddenMessage', () => {
  it('names the core group in the rule only', () => {
    const services = { group: '', plural: 'services' };
    expect(forbiddenMessage(services, 'shop', 'they are not linked')).toBe(
      [
        'The token may not list services in namespace shop, so they are not linked. Add to a Role there:',
        '- apiGroups: [""]',
        '  resources: ["services"]',
        '  verbs: ["list"]',
      ].join('\n'),
    );
  });
});
