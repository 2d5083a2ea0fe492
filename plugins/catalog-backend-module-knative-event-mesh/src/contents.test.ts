import type { ProviderConfig } from './config';
import type { RegisteredComponent } from './components';
import { contentsOf, CONTENTS_ANNOTATION, withContents } from './contents';
import { inOneTurn } from './inTurns';

describe('contentsOf', () => {
  const config: ProviderConfig = {
    environment: 'dev',
    configKey: 'catalog.providers.knativeEventMesh.dev',
    baseUrl: 'http://mesh.example.com',
    token: 'abc',
    schedule: { frequency: { minutes: 1 }, timeout: { seconds: 50 } },
    owner: 'group:default/unknown',
    lifecycle: 'production',
    relatePossibleConsumers: false,
    trustConsumedBy: false,
    passThrough: { labels: [], annotations: [] },
  };
  const [one, two] = ['component:a/one', 'component:a/two'].map(entityRef => [
    { entityRef },
  ]);
  const byId = new Map([
    ['x', one],
    ['y', two],
  ]);
  const links = { byId, selecting: [] };
  const contents = contentsOf('hash', links, config);

  it('is the same in whatever order the catalog answers, and however the service is reached', () => {
    const reversed = { ...links, byId: new Map([...byId].reverse()) };
    const settings = {
      ...config,
      token: undefined,
      tokenFile: 'token',
      baseUrl: 'https://a.b',
      caFile: 'ca.crt',
      caData: 'ca',
      timeoutMilliseconds: 1,
    };
    expect(contentsOf('hash', reversed, settings)).toBe(contents);
    expect(contents).toMatch(/^[\w-]{43}$/);
  });

  it.each([
    ['the answer', contentsOf('other', links, config)],
    [
      'the links',
      contentsOf('hash', { ...links, byId: new Map([['x', one]]) }, config),
    ],
    [
      'where a Component belongs',
      contentsOf(
        'hash',
        {
          ...links,
          byId: new Map<string, RegisteredComponent[]>([
            ['x', one],
            ['y', [{ ...two[0], namespace: 'b' }]],
          ]),
        },
        config,
      ),
    ],
    [
      'a selector',
      contentsOf(
        'hash',
        {
          ...links,
          selecting: [{ ...one[0], selector: 'a', matches: () => true }],
        },
        config,
      ),
    ],
    ['a setting', contentsOf('hash', links, { ...config, owner: 'group:a/b' })],
  ])('is another one with %s', (_, other) => {
    expect(other).not.toBe(contents);
  });
});

describe('withContents', () => {
  const entity = {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'API',
    metadata: {
      name: 'a',
      annotations: { x: '1', y: '2' },
      labels: { b: '1', a: '2' },
    },
    spec: { type: 'asyncapi' },
  };
  const contents = (given: typeof entity) =>
    inOneTurn(withContents([given]))[0].metadata.annotations?.[
      CONTENTS_ANNOTATION
    ];

  it('is the same in whatever order labels and annotations come', () => {
    const { metadata } = entity;
    expect(
      contents({
        ...entity,
        metadata: {
          ...metadata,
          annotations: { y: '2', x: '1' },
          labels: { a: '2', b: '1' },
        },
      }),
    ).toBe(contents(entity));
  });

  it('leaves the rest of an entity as it is', () => {
    const [{ metadata, ...rest }] = inOneTurn(withContents([entity]));
    expect({ ...rest, metadata: { ...metadata, annotations: {} } }).toEqual({
      ...entity,
      metadata: { ...entity.metadata, annotations: {} },
    });
    expect(metadata.annotations).toMatchObject(entity.metadata.annotations);
  });

  it.each([
    ['another kind', { ...entity, kind: 'Component' }],
    ['another spec', { ...entity, spec: { type: 'eventType' } }],
    [
      'another title',
      { ...entity, metadata: { ...entity.metadata, title: 'A' } },
    ],
    [
      'another label',
      {
        ...entity,
        metadata: { ...entity.metadata, labels: { a: '3', b: '1' } },
      },
    ],
    [
      'another annotation',
      {
        ...entity,
        metadata: { ...entity.metadata, annotations: { x: '1', y: '3' } },
      },
    ],
  ])('is another one with %s', (_, other) => {
    expect(contents(other)).not.toBe(contents(entity));
  });
});
