import type { LinkSummary } from 'backstage-plugin-knative-event-mesh-common';
import { shortFilter, shortFilterText } from './shortFilter';

const trigger: LinkSummary = {
  kind: 'Trigger',
  namespace: 'payments',
  name: 'to-ledger',
  filter: [],
};

function textOf(overrides: Partial<LinkSummary>) {
  const filter = shortFilter({ ...trigger, ...overrides });
  return filter && shortFilterText(filter);
}

describe('shortFilter', () => {
  it('says nothing where every event passes', () => {
    expect(textOf({})).toBeUndefined();
  });

  it('names the first condition, and counts the others', () => {
    const type = { name: 'type', value: 'a.b' };
    expect(textOf({ filter: [type] })).toBe('type=a.b');
    expect(textOf({ filter: [type, { name: 'source', value: '' }] })).toBe(
      'type=a.b +1',
    );
    expect(textOf({ filter: [{ name: 'source', value: '' }] })).toBe(
      'source=*',
    );
  });

  it.each([
    [[{ exact: { type: 'a.b' } }], 'type=a.b'],
    [[{ prefix: { type: 'a.' } }], 'type=a.…'],
    [[{ suffix: { source: '/x' } }], 'source=…/x'],
    [[{ cesql: "type = 'a'" }], 'CESQL'],
    [[{ cesql: 'true' }, { exact: { type: 'a', source: 'b' } }], 'CESQL +2'],
    [
      [{ all: [{ exact: { type: 'a' } }, { exact: { source: 'b' } }] }],
      'type=a +1',
    ],
    [[{ any: [{ exact: { type: 'a' } }, { cesql: 'true' }] }], 'any (2)'],
    [[{ not: { exact: { type: 'a' } } }], 'not type=a'],
    [[{ later: {} }], 'later'],
  ])('understands %j', (filters, text) => {
    expect(textOf({ filters: JSON.stringify(filters) })).toBe(text);
  });

  it('lets filters go before filter, as Knative does', () => {
    expect(
      textOf({
        filter: [{ name: 'type', value: 'old' }],
        filters: '[{"exact":{"type":"new"}}]',
      }),
    ).toBe('type=new');
  });

  it('keeps the end of long values', () => {
    expect(
      textOf({
        filter: [{ name: 'type', value: 'com.example.payments.received.v1' }],
      }),
    ).toBe('type=…payments.received.v1');
  });

  it('says that there are filters that it cannot read', () => {
    expect(textOf({ filters: '[{"exact":{"ty', filtersCut: true })).toBe('{…}');
    expect(textOf({ filters: '["text", 7, null]' })).toBe('{…}');
    expect(textOf({ filters: '{}' })).toBe('{…}');
  });
});
