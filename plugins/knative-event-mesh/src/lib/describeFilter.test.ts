import { describeFilter } from './describeFilter';

const trigger = { namespace: 'payments', name: 'ledger', filter: [] };

describe('describeFilter', () => {
  it.each([
    ['nothing for a trigger without a filter', trigger, []],
    [
      'one line per attribute',
      {
        ...trigger,
        filter: [
          { name: 'source', value: '/checkout' },
          { name: 'type', value: 'com.example.paid' },
        ],
      },
      ['source = /checkout', 'type = com.example.paid'],
    ],
    [
      'presence for an empty value',
      { ...trigger, filter: [{ name: 'subject', value: '' }] },
      ['subject is present'],
    ],
    [
      'the filters as written, which hide the filter',
      {
        ...trigger,
        filter: [{ name: 'type', value: 'ignored' }],
        filters: '[{"prefix":{"type":"com."}}]',
      },
      ['filters: [{"prefix":{"type":"com."}}]'],
    ],
  ])('tells %s', (_, input, expected) => {
    expect(describeFilter(input)).toEqual(expected);
  });
});
