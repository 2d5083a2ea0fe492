import type { Entity } from '@backstage/catalog-model';
import type {
  EventMesh,
  EventType,
} from 'backstage-plugin-knative-event-mesh-common';
import { expectAccepted } from '../__testUtils__/expectAccepted';
import { broker, channel, eventMesh, eventType } from '../testUtils';
import { toEntities } from '.';

const options = {
  environment: 'dev',
  owner: 'group:default/platform',
  lifecycle: 'production',
  relatePossibleConsumers: false,
  trustConsumedBy: false,
  passThrough: { labels: ['*'], annotations: ['*'] },
};

function entitiesOf(mesh: EventMesh, apiType?: 'eventType'): Entity[] {
  return toEntities(
    mesh,
    { byId: new Map(), selecting: [] },
    { ...options, apiType },
  ).entities;
}

/** A rule of the catalog, and what would break it if it came through as it is. */
interface Rule {
  asItIs: (entity: Entity) => void;
  mesh: EventMesh;
  apiType?: 'eventType';
}

const withType = (overrides: Partial<EventType>) =>
  eventMesh({ eventTypes: [eventType(overrides)], brokers: [], triggers: [] });
const metadata = (fields: object) => (entity: Entity) =>
  void Object.assign(entity.metadata, fields);
const spec = (fields: object) => (entity: Entity) =>
  void Object.assign(entity.spec ?? {}, fields);

function name(value: string): Rule {
  return { asItIs: metadata({ name: value }), mesh: withType({ name: value }) };
}
function namespace(value: string): Rule {
  return {
    asItIs: metadata({ namespace: value }),
    mesh: withType({ namespace: value }),
  };
}
function labels(value: Record<string, string>): Rule {
  return {
    asItIs: metadata({ labels: value }),
    mesh: withType({ labels: value }),
  };
}
function annotations(value: Record<string, string>): Rule {
  return {
    asItIs: metadata({ annotations: value }),
    mesh: withType({ annotations: value }),
  };
}

const rules: Record<string, Rule> = {
  'a name has at most 63 characters': name('a'.repeat(64)),
  'a name has at least one character': name(''),
  'a name has letters, digits, dashes, dots and underscores': name('größe'),
  'a name ends with a letter or digit': name('a-'),
  'a namespace has at most 63 characters': namespace('a'.repeat(64)),
  'a namespace is in lower case': namespace('Payments'),
  'a namespace has no dots': namespace('a.b'),
  'a kind is a word': {
    asItIs: entity => void Object.assign(entity, { kind: 'Größe/x' }),
    mesh: eventMesh({ subscribables: [channel({ kind: 'Größe/x' })] }),
  },
  'an API version is a group and a word': {
    asItIs: entity => void Object.assign(entity, { apiVersion: 'a/b/c' }),
    mesh: eventMesh({ subscribables: [channel({ group: 'a/b/c' })] }),
  },
  'a label key has one slash': labels({ 'a/b/c': 'd' }),
  'a label key has a prefix in lower case': labels({ 'UPPER.example/x': 'd' }),
  'a label key has a prefix of 253 characters': labels({
    [`${'a.'.repeat(130)}a/x`]: 'd',
  }),
  'a label key has a name of 63 characters': labels({ ['a'.repeat(64)]: 'd' }),
  'a label value has at most 63 characters': labels({ a: 'b'.repeat(64) }),
  'a label value is like a name': labels({ a: 'b c' }),
  'an annotation key has one slash': annotations({ 'a/b/c': 'd' }),
  'an annotation key has a prefix in lower case': annotations({
    'UPPER.example/x': 'd',
  }),
  'an annotation key is not empty': annotations({ '': 'd' }),
  'keys do not differ in case only': labels({ a: '1', A: '2' }),
  'keys of annotations do not differ in case only': annotations({
    a: '1',
    A: '2',
  }),
  'a title has at least one character': {
    asItIs: metadata({ title: '' }),
    mesh: withType({ type: '' }),
  },
  'tags have no dots': {
    asItIs: metadata({ tags: ['com.example.a'] }),
    mesh: withType({ type: 'com.example.a' }),
  },
  'a link is a URL': {
    asItIs: metadata({ links: [{ url: 'no url' }] }),
    mesh: withType({ schemaURL: 'no url' }),
  },
  'a definition has at least one character': {
    asItIs: spec({ definition: '' }),
    mesh: withType({ schemaData: '' }),
    apiType: 'eventType',
  },
  'an owner has at least one character': {
    asItIs: spec({ owner: '' }),
    mesh: withType({ annotations: { 'knative-event-mesh/owner': '' } }),
  },
  'there are no other fields at the root': {
    asItIs: entity => void Object.assign(entity, { extra: {} }),
    mesh: withType({ extra: {} } as never),
  },
  'no key asks to be replaced by a file': {
    asItIs: spec({ a: { $text: 'https://example.com' } }),
    mesh: withType({
      schemaData: '{"$text":"https://example.com"}',
      attributes: [{ name: '$text', value: 'https://a', required: true }],
      labels: { $text: 'a' },
      annotations: { $text: 'https://example.com' },
    }),
  },
};

describe('the rules of the catalog', () => {
  it.each(Object.entries(rules))('%s', async (_, rule) => {
    const [good] = entitiesOf(withType({}));
    await expectAccepted(good);
    const broken = structuredClone(good);
    rule.asItIs(broken);
    await expect(expectAccepted(broken)).rejects.toThrow();

    const entities = entitiesOf(rule.mesh, rule.apiType);
    expect(entities.length).toBeGreaterThan(0);
    await Promise.all(entities.map(expectAccepted));
  });

  it.each([['group:'], [':'], ['a:b/c/d'], ['größe'], ['group:x/../y']])(
    'a ref can be read: no owner %j',
    owner => {
      const [entity] = entitiesOf(
        withType({ annotations: { 'knative-event-mesh/owner': owner } }),
      );
      expect(entity.spec?.owner).toBe('group:default/platform');
    },
  );

  it('every entity says where it is from', () => {
    const entities = entitiesOf(eventMesh({ brokers: [broker()] }));
    for (const {
      metadata: { annotations: given },
    } of entities) {
      expect(given).toMatchObject({
        'backstage.io/managed-by-location': expect.stringMatching(/./),
        'backstage.io/managed-by-origin-location': expect.stringMatching(/./),
      });
    }
  });
});
