import { describeFilter } from './describeFilter';

const trigger = {
  kind: 'Trigger',
  namespace: 'payments',
  name: 'ledger',
  filter: [],
};

describe('describeFilter', () => {
  it.each([
    ['nothing for a trigger without a filter', trigger, { kind: 'everyEvent' }],
    [
      'one line per attribute',
      {
        ...trigger,
        filter: [
          { name: 'source', value: '/checkout' },
          { name: 'subject', value: '' },
          { name: 'type', value: 'com.example.paid' },
        ],
      },
      {
        kind: 'written',
        text: "source = /checkout\nsubject = '' (any value)\ntype = com.example.paid",
        isCut: false,
      },
    ],
    [
      'the filters as written, which hide the filter',
      {
        ...trigger,
        filter: [{ name: 'type', value: 'ignored' }],
        filters: '[{"prefix":{"type":"com."}}]',
      },
      {
        kind: 'written',
        text: 'filters:\n- prefix:\n    type: com.',
        isCut: false,
      },
    ],
    [
      'the beginning of filters that are cut',
      { ...trigger, filters: '[{"cesql":"type', filtersCut: true },
      { kind: 'written', text: '[{"cesql":"type', isCut: true },
    ],
  ])('tells %s', (_, input, expected) => {
    expect(describeFilter(input)).toEqual(expected);
  });
});
