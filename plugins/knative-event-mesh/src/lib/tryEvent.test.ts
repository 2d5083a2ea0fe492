import type { OutgoingLink } from 'backstage-plugin-knative-event-mesh-common';
import { makeConsumer } from '../__testUtils__/entities';
import { tryEvent } from './tryEvent';

function makeTrigger(via: Partial<OutgoingLink['via']>): OutgoingLink {
  const { subscriber, link, via: whole } = makeConsumer();
  return { via: { ...whole, ...via }, subscriber, link, eventTypes: [] };
}

const type = { name: 'type', value: 'com.example.payment.received' };
const byType = makeTrigger({});
const byExpression = makeTrigger({
  name: 'foreign',
  filter: [],
  filters: JSON.stringify([{ cesql: "country <> 'NL'" }]),
});

function tryOn(
  triggers: OutgoingLink[],
  attributes: { name: string; value: string }[],
  brokerClass = 'MTChannelBasedBroker',
) {
  return tryEvent(attributes, { brokerClass, triggers }, true);
}

describe('tryEvent', () => {
  it('tells what passes the event before what does not, and why not', () => {
    const other = makeTrigger({
      name: 'refunds',
      filter: [{ name: 'type', value: 'com.example.refund' }],
    });

    const [first, second] = tryOn([other, byType], [type]);

    expect(first).toMatchObject({
      via: { name: 'to-ledger' },
      outcome: 'yes',
      why: [],
    });
    expect(second).toMatchObject({ via: { name: 'refunds' }, outcome: 'no' });
    expect(second.why).toEqual([
      'Only events pass if `type` is `com.example.refund`; here it is `com.example.payment.received`.',
    ]);
  });

  it.each([
    ['NL', 'no'],
    ['DE', 'yes'],
    ['', 'maybe'],
    ['{country}', 'maybe'],
  ])('decides an expression about country %j: %s', (value, outcome) => {
    const [tried] = tryOn([byExpression], [type, { name: 'country', value }]);

    expect(tried.outcome).toBe(outcome);
    expect(tried.why.length > 0).toBe(outcome !== 'yes');
    expect(tried.why.join()).not.toContain('event type');
  });

  it('does not take what is not given for absent', () => {
    const [tried] = tryOn([byExpression], [type]);

    expect(tried.outcome).toBe('maybe');
    expect(tried.why.join()).toContain('nothing is given here of `country`');
  });

  it.each([{ filters: '[{"exact"', filtersCut: true }, { filters: '{}' }])(
    'does not decide on filters of which the catalog has not all: %j',
    via => {
      const [tried] = tryOn([makeTrigger({ filter: [], ...via })], [type]);

      expect(tried.outcome).toBe('maybe');
      expect(tried.why).toHaveLength(1);
    },
  );

  it('says what the broker leaves out of a filter', () => {
    const trigger = makeTrigger({
      filter: [
        { name: 'subject', value: '' },
        { name: 'type', value: type.value },
      ],
    });

    const [tried] = tryOn([trigger], [type], 'Kafka');

    expect(tried.outcome).toBe('yes');
    expect(tried.notes).toHaveLength(1);
  });

  it('leaves expressions undecided where Knative may be before 1.15', () => {
    const attributes = [type, { name: 'country', value: 'NL' }];
    const [tried] = tryEvent(
      attributes,
      { brokerClass: 'MTChannelBasedBroker', triggers: [byExpression] },
      false,
    );

    expect(tried.outcome).toBe('maybe');
  });
});
