import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import {
  brokerEntity,
  eventTypeEntity,
  ledgerEntity,
  sourceEntity,
} from '../__testUtils__/entities';
import { isInEventMesh } from './isInEventMesh';

const eventType = eventTypeEntity(
  { name: 'paid', type: 'com.example.paid' },
  [],
);

describe('isInEventMesh', () => {
  it.each([
    ['an event type', eventType, true],
    ['a broker', brokerEntity(), true],
    ['a source of any kind', sourceEntity({}, 'GitLabSource'), true],
    ['a component with a kubernetes-id', ledgerEntity, true],
    [
      'a component with a label selector',
      {
        ...ledgerEntity,
        metadata: {
          name: 'website',
          annotations: { 'backstage.io/kubernetes-label-selector': 'app=a' },
        },
      },
      true,
    ],
    [
      'a component without one',
      { ...ledgerEntity, metadata: { name: 'website' } },
      false,
    ],
    [
      'an API of somebody else',
      { ...eventType, metadata: { name: 'petstore' } },
      false,
    ],
    [
      'a resource with a kubernetes-id',
      { ...ledgerEntity, kind: 'Resource' },
      false,
    ],
  ])('decides on %s', (_, entity, expected) => {
    expect(evaluateFilterPredicate(isInEventMesh, entity)).toBe(expected);
  });
});
