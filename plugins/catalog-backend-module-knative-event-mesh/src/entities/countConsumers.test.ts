import type { EventConsumer } from 'backstage-plugin-knative-event-mesh-common';
import { countConsumers } from './countConsumers';

const consumer = (match: 'yes' | 'maybe') => ({ match } as EventConsumer);

describe('countConsumers', () => {
  it('tells what is certain from what is possible', () => {
    expect(
      countConsumers([consumer('yes'), consumer('maybe'), consumer('yes')]),
    ).toEqual({ yes: 2, maybe: 1 });
  });

  it('tells that there is none from not knowing', () => {
    expect(countConsumers([])).toEqual({ yes: 0, maybe: 0 });
    expect(countConsumers(undefined)).toBeUndefined();
  });
});
