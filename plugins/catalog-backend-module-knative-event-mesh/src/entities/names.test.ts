import { KubernetesValidatorFunctions } from '@backstage/catalog-model';
import {
  componentName,
  componentRef,
  eventTypeName,
  eventTypeRef,
  safeName,
} from './names';

const dev = { environment: 'dev' };
const prod = { environment: 'prod' };
const name63 = 'a'.repeat(63);
const name64 = 'a'.repeat(64);

describe('eventTypeName', () => {
  it.each([
    'payment-received',
    'et-default-0a1b2c',
    'a',
    'v1.payments.example.com',
    name63,
  ])('keeps %s', name => {
    expect(eventTypeName(dev, { namespace: 'payments', name })).toEqual({
      kind: 'API',
      namespace: 'payments',
      name,
    });
  });

  it.each([
    ['64 characters', name64, /^a{54}-[0-9a-f]{8}$/],
    ['253 characters', 'et-'.repeat(84), /^(et-){18}[0-9a-f]{8}$/],
    ['upper case', 'Payment', /^payment-[0-9a-f]{8}$/],
    ['unicode', 'zahlung-größe', /^zahlung-gr-e-[0-9a-f]{8}$/],
    ['only illegal characters', '支払い', /^[0-9a-f]{8}$/],
    ['a dash at its end', 'payment-', /^payment-[0-9a-f]{8}$/],
    ['a slash', 'a/b', /^a-b-[0-9a-f]{8}$/],
    ['nothing', '', /^[0-9a-f]{8}$/],
    ['a line break', 'a\nb', /^a-b-[0-9a-f]{8}$/],
  ])('shortens or cleans a name with %s', (_, name, expected) => {
    const actual = eventTypeName(dev, { namespace: 'payments', name }).name;
    expect(actual).toMatch(expected);
    expect(KubernetesValidatorFunctions.isValidObjectName(actual)).toBe(true);
  });

  it('tells names apart that differ only in case or in their ends', () => {
    const names = ['Ab', 'aB', 'AB', 'ab', `${name64}x`, `${name64}y`].map(
      name => eventTypeName(dev, { namespace: 'payments', name }).name,
    );
    expect(new Set(names).size).toBe(names.length);
  });

  it('depends on the environment and namespace only where it is hashed', () => {
    const long = { namespace: 'payments', name: name64 };
    const other = { namespace: 'orders', name: name64 };
    expect(eventTypeName(dev, long).name).toBe(eventTypeName(dev, long).name);
    expect(eventTypeName(dev, long).name).not.toBe(
      eventTypeName(prod, long).name,
    );
    expect(eventTypeName(dev, long).name).not.toBe(
      eventTypeName(dev, other).name,
    );
  });

  it.each(['payments', 'a', '0', 'a--b', name63])(
    'keeps namespace %s',
    namespace => {
      expect(eventTypeName(dev, { namespace, name: 'x' }).namespace).toBe(
        namespace,
      );
    },
  );

  it.each(['Payments', 'a.b', 'a_b', '-a', name64, ''])(
    'cleans namespace %s',
    namespace => {
      const actual = eventTypeName(dev, { namespace, name: 'x' }).namespace;
      expect(actual).toMatch(/^[a-z0-9-]*[0-9a-f]{8}$/);
      expect(KubernetesValidatorFunctions.isValidNamespace(actual)).toBe(true);
    },
  );
});

describe('componentName', () => {
  it('tells objects of several kinds with one name apart', () => {
    const names = ['Broker', 'InMemoryChannel', 'PingSource'].map(
      kind =>
        componentName(dev, {
          group: 'x',
          kind,
          namespace: 'a',
          name: 'default',
        }).name,
    );
    expect(names).toEqual([
      'default-broker',
      'default-inmemorychannel',
      'default-pingsource',
    ]);
  });

  it('shortens when the kind makes the name too long', () => {
    const { name } = componentName(dev, {
      group: 'x',
      kind: 'Broker',
      namespace: 'a',
      name: name63,
    });
    expect(name).toMatch(/^a{54}-[0-9a-f]{8}$/);
  });
});

it('writes full refs', () => {
  const object = { namespace: 'payments', name: 'default' };
  expect(eventTypeRef(dev, object)).toBe('api:payments/default');
  expect(
    componentRef(dev, {
      ...object,
      group: 'eventing.knative.dev',
      kind: 'Broker',
    }),
  ).toBe('component:payments/default-broker');
});

it('takes longer names where they are allowed', () => {
  const identity = {
    environment: 'dev',
    group: 'x',
    kind: 'Trigger',
    namespace: 'a',
    name: name64,
  };
  expect(safeName(name64, identity, 253)).toBe(name64);
});

describe('with settings for names', () => {
  const object = {
    group: 'eventing.knative.dev',
    kind: 'Broker',
    namespace: 'payments',
    name: 'default',
  };

  it.each([
    ['{namespace}', 'payments', /^payments$/],
    ['prod-{namespace}', 'payments', /^prod-payments$/],
    ['{namespace}-prod', 'payments', /^payments-prod$/],
    ['prod-{namespace}', '$&', /^prod-[0-9a-f]{8}$/],
    ['prod-{namespace}', 'a'.repeat(63), /^prod-a{49}-[0-9a-f]{8}$/],
    ['prod-{namespace}', 'A_b', /^prod-a-b-[0-9a-f]{8}$/],
  ])(
    'puts entities with %s and %s into %s',
    (template, namespace, expected) => {
      const naming = { ...prod, entityNamespace: template };
      const named = [
        eventTypeName(naming, { ...object, namespace }).namespace,
        componentName(naming, { ...object, namespace }).namespace,
      ];
      expect(named[0]).toBe(named[1]);
      expect(named[0]).toMatch(expected);
      expect(KubernetesValidatorFunctions.isValidNamespace(named[0])).toBe(
        true,
      );
    },
  );

  it('tells environments apart whose namespaces are shortened', () => {
    const namespaces = [dev, prod].map(
      ({ environment }) =>
        componentName(
          { environment, entityNamespace: 'x-{namespace}' },
          { ...object, namespace: 'a'.repeat(63) },
        ).namespace,
    );
    expect(new Set(namespaces).size).toBe(2);
  });

  it.each([
    ['broker', 'default'],
    ['channel', 'default'],
    ['source', 'default'],
    ['sink', 'default-broker'],
    ['flow', 'default-broker'],
  ] as const)(
    'names a %s as upstream does, which knows no sinks and flows',
    (role, name) => {
      const naming = { ...dev, naming: 'upstream' as const };
      expect(componentName(naming, object, role).name).toBe(name);
      expect(eventTypeName(naming, object)).toEqual(eventTypeName(dev, object));
    },
  );
});
