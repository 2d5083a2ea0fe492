import type { FuzzCase } from '../fuzzCase';
import { shrink } from './shrink';

const event = (attributes: Record<string, string>) => ({
  mode: 'binary' as const,
  attributes: { specversion: '1.0', id: '1', source: '/a', ...attributes },
});

const fuzzCase: FuzzCase = {
  eventType: {
    type: 'com.acme.order',
    source: '/shop',
    attributes: [
      { name: 'color', required: true, value: 'deep red' },
      { name: 'foo' },
    ],
  },
  askedBefore: [{ type: 'invoice' }],
  trigger: {
    filter: { type: 'x' },
    filters: [
      { exact: { type: 'com.acme.order', source: '/shop' } },
      {
        any: [
          {
            not: {
              all: [{ prefix: { color: 'deep' } }, { exact: { foo: 'b' } }],
            },
          },
          { cesql: "foo = 'b' AND color LIKE 'deep%'" },
        ],
      },
    ],
  },
  brokerClass: 'Kafka',
  isKnativeAtLeast115: true,
  events: [
    event({ type: 'com.acme.order', color: 'deep red', foo: 'c' }),
    event({ type: 'com.acme.order', color: 'deep red' }),
  ],
  earlier: [event({ type: 'invoice' })],
};

describe('shrink', () => {
  it('leaves only what shows the same', async () => {
    const mentionsColor = async ({ trigger, eventType }: FuzzCase) =>
      JSON.stringify(trigger).includes('"prefix":{"color"') &&
      JSON.stringify(eventType).includes('color');
    const smallest = await shrink(fuzzCase, mentionsColor);
    expect(JSON.parse(JSON.stringify(smallest))).toEqual({
      eventType: {
        type: 'a',
        attributes: [{ name: 'color', required: true, value: 'a' }],
      },
      askedBefore: [],
      trigger: { filters: [{ prefix: { color: 'a' } }] },
      brokerClass: 'Kafka',
      isKnativeAtLeast115: true,
      events: [{ mode: 'binary', attributes: {} }],
      earlier: [],
    });
  });

  it('shortens a text wherever it stands', async () => {
    const hasSameColor = async ({ trigger, events }: FuzzCase) =>
      events.length > 0 &&
      /"color":"[^"]{2,}"/.test(JSON.stringify(events)) &&
      JSON.stringify(trigger).includes(
        `"color":"${events[0].attributes.color}"`,
      );
    const smallest = await shrink(
      { ...fuzzCase, trigger: { filters: [{ exact: { color: 'deep red' } }] } },
      hasSameColor,
    );
    const color = smallest.events[0].attributes.color;
    expect(String(color)).toHaveLength(2);
    expect(smallest.trigger).toEqual({ filters: [{ exact: { color } }] });
  });

  it('shortens expressions by their words', async () => {
    const hasLike = async ({ trigger }: FuzzCase) =>
      JSON.stringify(trigger).includes('LIKE');
    const smallest = await shrink(fuzzCase, hasLike);
    expect(smallest.trigger.filters).toEqual([{ cesql: 'LIKE' }]);
  });

  it('gives back what cannot be smaller', async () => {
    expect(await shrink(fuzzCase, async () => false)).toBe(fuzzCase);
  });
});
