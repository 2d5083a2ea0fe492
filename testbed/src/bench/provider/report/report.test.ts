import { comparisons } from './comparisons';
import { exampleProviderResult } from './exampleProviderResult';
import { providerTable } from './providerTable';
import { providerVerdicts } from './providerVerdicts';

const firstLoad = exampleProviderResult({
  kind: 'first load',
  rounds: 3,
  wall: 2_000,
  shownMilliseconds: 12_345,
  cpuUntilRestMilliseconds: 9_000,
  rowsWritten: { refresh_state: 4_000, search: 70_000 },
});
const unchanged = exampleProviderResult({});

it('lists what each kind of poll needs, with the rows of one round', () => {
  const oneChange = exampleProviderResult({
    kind: 'one change',
    shownMilliseconds: 1_500,
    cpuUntilRestMilliseconds: 60,
    rowsWritten: { final_entities: 20, search: 20 },
  });

  expect(providerTable([firstLoad, unchanged, oneChange])).toBe(
    `
| entities | poll       | rounds | wall, ms (middle half) | CPU, ms | longest block, ms | shown after, s | CPU until rest, s | peak memory, MB | catalog queries | rows written |
| -------: | ---------- | -----: | ---------------------: | ------: | ----------------: | -------------: | ----------------: | --------------: | --------------: | -----------: |
|     1000 | first load |      3 |       2000 (1999-2001) |    50.0 |              12.0 |           12.3 |               9.0 |             400 |               2 |        74000 |
|     1000 | unchanged  |     20 |         100 (99.0-101) |    50.0 |              12.0 |                |                   |             400 |               2 |          0.0 |
|     1000 | one change |     20 |         100 (99.0-101) |    50.0 |              12.0 |            1.5 |               0.1 |             400 |               2 |          2.0 |
`.trim(),
  );
});

it('compares sizes, and one change with none', () => {
  const results = [
    firstLoad,
    unchanged,
    exampleProviderResult({ kind: 'one change', wall: 150 }),
    exampleProviderResult({
      entities: 10_000,
      wall: 900,
      cpuMilliseconds: 400,
    }),
  ];

  expect(comparisons(results)).toEqual([
    'unchanged: 10000 entities to 1000: wall 9.0 times, CPU 8.0 times',
    '1000 entities: one change to unchanged: wall 1.5 times, CPU 1.0 times',
  ]);
});

it('says what part of the processing is ours', () => {
  const measured = exampleProviderResult({
    kind: 'first load',
    cpuMilliseconds: 1_000,
    cpuUntilRestMilliseconds: 9_000,
    processor: { ownMicroseconds: 12.34, otherMicroseconds: 0.123 },
  });

  expect(comparisons([measured])).toEqual([
    '1000 entities: our processor takes 12.3 µs of CPU for an entity of the mesh, of 8000 µs that the catalog takes for it after the first load, and 0.12 µs for an entity of somebody else',
  ]);
});

describe('providerVerdicts', () => {
  it('lets an unchanged poll write the entity of the environment only', () => {
    const written = (rowsWritten: Record<string, number>) =>
      providerVerdicts([firstLoad, exampleProviderResult({ rowsWritten })]);

    expect(written({})).toEqual([
      {
        target:
          '20 unchanged polls of 1000 entities write nothing, but perhaps once the entity of the environment',
        measured: 'no row',
        isMet: true,
      },
    ]);
    expect(written({ refresh_state: 3, search: 1 })).toMatchObject([
      { measured: 'refresh_state 3, search 1', isMet: true },
    ]);
    expect(written({ refresh_state: 20, search: 20 })).toMatchObject([
      { isMet: false },
    ]);
  });
});
