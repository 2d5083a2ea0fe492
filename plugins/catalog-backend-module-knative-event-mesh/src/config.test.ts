import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readProviderConfigs } from './config';

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
          owner: 'user:platform/jane',
          lifecycle: 'production',
          relatePossibleConsumers: true,
          trustConsumedBy: true,
          passThrough: { labels: ['team'], annotations: ['example.com/*'] },
        },
      })[0],
    ).toMatchObject({
      environment: 'eu-west-1',
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

  const dev = 'catalog.providers.knativeEventMesh.dev';
  it.each([
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
    [
      'two environments',
      { dev: minimal, prod: minimal },
      'has 2 environments (dev, prod), but this version takes one',
    ],
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
