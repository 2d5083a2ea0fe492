import type { DeliverySummary } from 'backstage-plugin-knative-event-mesh-common';
import { unlinkedService } from '../__testUtils__/entities';
import { inheritedWhole } from './inheritedWhole';

const deadLetterSink = unlinkedService('dead-letters');
const retry = { name: 'retry', value: '5' };
const holder: DeliverySummary = {
  deadLetterSink,
  deadLetterSinkFrom: 'own',
  settings: [{ ...retry, from: 'own' }],
};

describe('inheritedWhole', () => {
  it.each<[string, DeliverySummary | undefined, string | undefined]>([
    [
      'all of it',
      {
        deadLetterSink,
        deadLetterSinkFrom: 'broker',
        settings: [{ ...retry, from: 'broker' }],
      },
      'broker',
    ],
    [
      'the dead letter sink only',
      { deadLetterSink, deadLetterSinkFrom: 'broker', settings: [] },
      undefined,
    ],
    [
      'the retries only',
      { settings: [{ ...retry, from: 'channel' }] },
      undefined,
    ],
    [
      'the dead letter sink beside own retries',
      {
        deadLetterSink,
        deadLetterSinkFrom: 'broker',
        settings: [{ ...retry, from: 'own' }],
      },
      undefined,
    ],
    ['nothing, its own being the same', holder, undefined],
    ['what cannot be told', undefined, undefined],
  ])('decides on %s', (_, delivery, expected) => {
    expect(inheritedWhole(delivery, holder)).toBe(expected);
  });

  it('takes nothing for inherited where there is nothing', () => {
    expect(inheritedWhole({ settings: [] }, { settings: [] })).toBeUndefined();
    expect(inheritedWhole({ settings: [] }, undefined)).toBeUndefined();
  });
});
