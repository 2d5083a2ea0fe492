import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { environmentsOf, readProviderConfigs } from '.';

const minimal = { baseUrl: 'http://mesh.example.com:8080', token: 'a.b.c' };

function read(knativeEventMesh?: JsonObject) {
  return readProviderConfigs(
    new ConfigReader({ catalog: { providers: { knativeEventMesh } } }),
  );
}

describe('readProviderConfigs', () => {
  it('reads nothing when nothing is configured', () => {
    expect(readProviderConfigs(new ConfigReader({}))).toEqual([]);
    expect(read({})).toEqual([]);
  });

  it('fills in the defaults', () => {
    expect(read({ dev: minimal })).toEqual([
      {
        environment: 'dev',
        configKey: 'catalog.providers.knativeEventMesh.dev',
        baseUrl: 'http://mesh.example.com:8080',
        token: 'a.b.c',
        schedule: { frequency: { minutes: 1 }, timeout: { seconds: 50 } },
        owner: 'group:default/unknown',
        lifecycle: 'dev',
        relatePossibleConsumers: false,
        trustConsumedBy: false,
        passThrough: { labels: [], annotations: [] },
      },
    ]);
  });

  it('reads every setting', () => {
    expect(
      read({
        'eu-west-1': {
          ...minimal,
          timeout: '20s',
          namespaces: ['payments', 'orders', 'payments'],
          emit: { channels: false, sinks: true },
          owner: 'user:platform/jane',
          ownerByNamespace: { payments: 'team-a', '1-test': 'user:b/c' },
          system: 'shop',
          lifecycle: 'production',
          entityNamespace: '{environment}-{namespace}',
          naming: 'upstream',
          apiType: 'eventType',
          relatePossibleConsumers: true,
          trustConsumedBy: true,
          passThrough: { labels: ['team'], annotations: ['example.com/*'] },
        },
      })[0],
    ).toMatchObject({
      environment: 'eu-west-1',
      timeoutMilliseconds: 20_000,
      namespaces: ['orders', 'payments'],
      emit: { channels: false, sinks: true },
      ownerByNamespace: {
        payments: 'group:default/team-a',
        '1-test': 'user:b/c',
      },
      system: 'system:default/shop',
      entityNamespace: 'eu-west-1-{namespace}',
      naming: 'upstream',
      apiType: 'eventType',
      owner: 'user:platform/jane',
      lifecycle: 'production',
      relatePossibleConsumers: true,
      trustConsumedBy: true,
      passThrough: { labels: ['team'], annotations: ['example.com/*'] },
    });
  });

  it.each([
    ['http://mesh:8080/', 'http://mesh:8080'],
    ['http://mesh:8080/v1', 'http://mesh:8080'],
    ['http://mesh:8080/v1/', 'http://mesh:8080'],
    ['https://example.com/mesh/v1', 'https://example.com/mesh'],
    ['https://example.com/mesh', 'https://example.com/mesh'],
  ])('takes %s as base URL', (baseUrl, expected) => {
    expect(read({ dev: { ...minimal, baseUrl } })[0].baseUrl).toBe(expected);
  });

  it.each([
    [{ cron: '*/5 * * * *' }, { cron: '*/5 * * * *' }],
    ['PT2M', { minutes: 2 }],
    ['90 seconds', { minutes: 1, seconds: 30 }],
    [{ minutes: 3 }, { minutes: 3 }],
  ])('takes %j as frequency', (frequency, expected) => {
    const schedule = { frequency, timeout: 'PT30S' };
    const [config] = read({ dev: { ...minimal, schedule } });
    expect(config.schedule.frequency).toMatchObject(expected);
  });

  it('takes a token with a line break at its end', () => {
    expect(read({ dev: { ...minimal, token: 'abc\n' } })[0].token).toBe('abc');
  });

  it('takes the words for the defaults', () => {
    const [config] = read({
      dev: { ...minimal, naming: 'name-and-kind', apiType: 'asyncapi' },
    });
    expect(config).toMatchObject({ naming: undefined, apiType: undefined });
  });

  it.each([
    ['{namespace}', '{namespace}'],
    ['prod-{namespace}', 'prod-{namespace}'],
    ['{namespace}-{environment}', '{namespace}-dev'],
  ])('takes %s as entityNamespace', (entityNamespace, expected) => {
    const [config] = read({ dev: { ...minimal, entityNamespace } });
    expect(config.entityNamespace).toBe(expected);
  });

  it.each([
    ['{environment}-{namespace}', '{environment}-{namespace}'],
    ['{namespace}', 'prod-{namespace}'],
    ['dev-{namespace}', '{namespace}'],
  ])('takes two environments with %s and %s', (first, second) => {
    const configs = read({
      dev: { ...minimal, entityNamespace: first },
      prod: { ...minimal, entityNamespace: second },
    });
    expect(configs.map(({ environment }) => environment)).toEqual([
      'dev',
      'prod',
    ]);
  });

  it('tells the environments before it looks at their settings', () => {
    const knativeEventMesh = { Dev: {}, 'prod.eu': { token: 1 } };
    expect(
      environmentsOf(
        new ConfigReader({ catalog: { providers: { knativeEventMesh } } }),
      ),
    ).toEqual(['Dev', 'prod.eu']);
  });

  const dev = 'catalog.providers.knativeEventMesh.dev';
  const prod = 'catalog.providers.knativeEventMesh.prod';
  const named = (entityNamespace: string) => ({ ...minimal, entityNamespace });
  it.each<[string, JsonObject, string]>([
    [
      'two environments without entityNamespace',
      { dev: minimal, prod: minimal },
      `Add ${dev}.entityNamespace: '{namespace}' and ${prod}.entityNamespace: 'prod-{namespace}'`,
    ],
    [
      'a second environment without entityNamespace',
      { dev: named('{namespace}'), prod: minimal },
      `Add ${prod}.entityNamespace: 'prod-{namespace}'`,
    ],
    [
      'two environments with one entityNamespace',
      { dev: named('x-{namespace}'), prod: named('x-{namespace}') },
      `${prod}.entityNamespace is the same as that of dev`,
    ],
    [
      'two spellings of one entityNamespace',
      {
        dev: named('{environment}-{namespace}'),
        prod: named('dev-{namespace}'),
      },
      "Change it, as in 'prod-{namespace}'",
    ],
    ...['events', '{namespace}-{namespace}', '', '{Namespace}'].map(
      template =>
        [
          `entityNamespace ${template}`,
          { dev: named(template) },
          template
            ? `${dev}.entityNamespace must have {namespace} in it once`
            : 'entityNamespace',
        ] satisfies [string, JsonObject, string],
    ),
    ...[
      'Prod-{namespace}',
      'a_{namespace}',
      '{namespace}-',
      '{cluster}-{namespace}',
      `${'a'.repeat(63)}-{namespace}`,
    ].map(
      template =>
        [
          `entityNamespace ${template}`,
          { dev: named(template) },
          `${dev}.entityNamespace does not give a namespace that the catalog takes`,
        ] satisfies [string, JsonObject, string],
    ),
    [
      'a misspelt setting',
      { dev: { ...minimal, namespace: ['payments'] } },
      `${dev}.namespace is not a setting`,
    ],
    [
      'a misspelt kind to emit',
      { dev: { ...minimal, emit: { broker: false } } },
      `${dev}.emit.broker is not a setting. Remove it, or write one of brokers, channels`,
    ],
    [
      'a misspelt list of passThrough',
      { dev: { ...minimal, passThrough: { label: [] } } },
      `${dev}.passThrough.label is not a setting`,
    ],
    [
      'a kind to emit that is neither true nor false',
      { dev: { ...minimal, emit: { brokers: 'some' } } },
      `emit.brokers`,
    ],
    [
      'an empty list of namespaces',
      { dev: { ...minimal, namespaces: [] } },
      `${dev}.namespaces is empty`,
    ],
    ...['*', 'Payments', 'a.b', 'a'.repeat(64), '-a'].map(
      namespace =>
        [
          `namespace ${namespace}`,
          { dev: { ...minimal, namespaces: ['payments', namespace] } },
          `${dev}.namespaces has '${namespace}'`,
        ] satisfies [string, JsonObject, string],
    ),
    [
      'namespaces that are no list',
      { dev: { ...minimal, namespaces: 'payments' } },
      `${dev}.namespaces`,
    ],
    [
      'owners that are no map',
      { dev: { ...minimal, ownerByNamespace: 'team-a' } },
      `${dev}.ownerByNamespace is not a map`,
    ],
    [
      'an owner of no namespace',
      { dev: { ...minimal, ownerByNamespace: { Payments: 'team-a' } } },
      `${dev}.ownerByNamespace has 'Payments'`,
    ],
    [
      'a namespace with an owner that is no ref',
      { dev: { ...minimal, ownerByNamespace: { payments: 1 } } },
      `${dev}.ownerByNamespace.payments is not an entity ref`,
    ],
    [
      'an owner that cannot own',
      { dev: { ...minimal, owner: 'component:default/orders' } },
      `${dev}.owner is not an entity ref of a Group or User`,
    ],
    [
      'a system that is none',
      { dev: { ...minimal, system: 'group:default/a' } },
      `${dev}.system is not an entity ref of a System`,
    ],
    [
      'another naming',
      { dev: { ...minimal, naming: 'uid' } },
      `${dev}.naming is 'uid', but can only be name-and-kind, which is the default, or upstream`,
    ],
    [
      'another type of APIs',
      { dev: { ...minimal, apiType: 'openapi' } },
      `${dev}.apiType is 'openapi', but can only be asyncapi`,
    ],
    [
      'a timeout that is no duration',
      { dev: { ...minimal, timeout: 'soon' } },
      `${dev}.timeout is not a duration`,
    ],
    [
      'a timeout of nothing',
      { dev: { ...minimal, timeout: { seconds: 0 } } },
      `${dev}.timeout must be more than nothing`,
    ],
    [
      'a timeout that the task does not wait for',
      { dev: { ...minimal, timeout: '1m' } },
      `${dev}.timeout must be more than nothing and less than the timeout of the task, which is 50 s`,
    ],
    ['settings without environment', minimal, 'belong to no environment'],
    [
      'upper case',
      { Dev: minimal },
      "'Dev' under catalog.providers.knativeEventMesh cannot be the key",
    ],
    ['a dot', { 'prod.eu': minimal }, "'prod.eu' under"],
    ['an underscore', { prod_eu: minimal }, "'prod_eu' under"],
    ['a leading digit', { '1prod': minimal }, "'1prod' under"],
    ['two dashes', { 'a--b': minimal }, "'a--b' under"],
    ['41 characters', { ['a'.repeat(41)]: minimal }, 'at most 40 characters'],
    ['no base URL', { dev: { token: 'a' } }, `${dev}.baseUrl is missing`],
    [
      'no URL',
      { dev: { ...minimal, baseUrl: 'mesh:' + '8080 x' } },
      `${dev}.baseUrl is not`,
    ],
    [
      'another protocol',
      { dev: { ...minimal, baseUrl: 'ftp://mesh' } },
      `${dev}.baseUrl is not an http or https URL`,
    ],
    [
      'a password in the URL',
      { dev: { ...minimal, baseUrl: 'http://a:secret@mesh' } },
      `${dev}.baseUrl has a user`,
    ],
    [
      'no token',
      { dev: { baseUrl: minimal.baseUrl } },
      `${dev}.token is missing`,
    ],
    [
      'a token with a blank',
      { dev: { ...minimal, token: 'Bearer abc' } },
      `${dev}.token holds characters`,
    ],
    [
      'a schedule without timeout',
      { dev: { ...minimal, schedule: { frequency: 'PT1M' } } },
      `${dev}.schedule is not valid`,
    ],
    [
      'a local schedule',
      {
        dev: {
          ...minimal,
          schedule: { frequency: 'PT1M', timeout: 'PT1M', scope: 'local' },
        },
      },
      `${dev}.schedule.scope cannot be local`,
    ],
    [
      'an owner that is no ref',
      { dev: { ...minimal, owner: 'group:' } },
      `${dev}.owner is not an entity ref`,
    ],
    [
      'a star in the middle',
      { dev: { ...minimal, passThrough: { labels: ['a*b'] } } },
      `${dev}.passThrough.labels has 'a*b'`,
    ],
  ])('refuses %s', (_, config, message) => {
    expect(() => read(config)).toThrow(message);
  });

  it('never repeats a secret in a message', () => {
    expect(() => read({ dev: { ...minimal, token: 'top secret' } })).toThrow(
      expect.not.objectContaining({
        message: expect.stringContaining('secret'),
      }),
    );
    expect(() =>
      read({ dev: { ...minimal, baseUrl: 'http://a:secret@mesh' } }),
    ).toThrow(
      expect.not.objectContaining({
        message: expect.stringContaining('secret'),
      }),
    );
  });
});
