import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { brokerEntity, environmentEntity } from '../__testUtils__/entities';
import { isEnvironment } from './isEnvironment';

describe('isEnvironment', () => {
  it('tells the environment from what is in it', () => {
    expect(evaluateFilterPredicate(isEnvironment, environmentEntity())).toBe(
      true,
    );
    expect(evaluateFilterPredicate(isEnvironment, brokerEntity())).toBe(false);
  });
});
