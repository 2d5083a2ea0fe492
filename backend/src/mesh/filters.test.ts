import { parseFilters } from './filters';

it.each([
  [{}, []],
  [{ filters: null }, []],
  [{ filters: [{ exact: { type: 'a' } }] }, [{ exact: { type: 'a' } }]],
])('reads the filters of %j', (spec, expected) => {
  expect(parseFilters(spec)).toEqual(expected);
});

it('refuses what is no list', () => {
  expect(() => parseFilters({ filters: {} })).toThrow('filters is not a list');
});
