import type { Entity } from '@backstage/catalog-model';
import { eventMeshAnnotations } from './annotations';
import { roleOf } from './roles';

function entityWith(annotations?: Record<string, string>): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'a', annotations },
    spec: { type: 'broker' },
  };
}

describe('roleOf', () => {
  const { role, kind } = eventMeshAnnotations;

  it.each([
    'eventType',
    'broker',
    'channel',
    'source',
    'sink',
    'flow',
    'environment',
  ])('knows: %s', name => {
    expect(roleOf(entityWith({ [role]: name, [kind]: 'Anything' }))).toBe(name);
  });

  it.each([
    ['no annotations, whatever its type', undefined],
    ['another role', { [role]: 'trigger' }],
    ['a role that names a prototype', { [role]: 'constructor' }],
    ['another role of a known kind', { [role]: '', [kind]: 'Broker' }],
    ['a kind only', { [kind]: 'Sequence' }],
  ])('knows none of an entity with %s', (_, annotations) => {
    expect(roleOf(entityWith(annotations))).toBeUndefined();
  });

  it('knows what was written before there were roles', () => {
    expect(roleOf(entityWith({ [kind]: 'EventType' }))).toBe('eventType');
    expect(roleOf(entityWith({ [kind]: 'Broker' }))).toBe('broker');
  });
});
