import { exampleResult } from './exampleResult';
import { table } from './table';

it('compares each program with the floor of its data set', () => {
  const results = [
    exampleResult({ candidate: 'floor', answerBytes: 1 }),
    exampleResult({ wall: 14 }),
    exampleResult({ wall: 1_200, dataSet: '10000' }),
  ];

  expect(table(results)).toBe(
    `
| data set | program | wall, ms (middle half) | to the floor | CPU, ms | to the floor | peak memory, MB | requests | read, kB | answer, kB |
| -------- | ------- | ---------------------: | -----------: | ------: | -----------: | --------------: | -------: | -------: | ---------: |
| 100      | floor   |        10.0 (9.0-11.0) |         1.00 |     5.0 |         1.00 |             120 |        7 |     60.0 |        0.0 |
| 100      | service |       14.0 (13.0-15.0) |         1.40 |     5.0 |         1.00 |             120 |        7 |     60.0 |       40.0 |
| 10000    | service |       1200 (1199-1201) |              |     5.0 |              |             120 |        7 |     60.0 |       40.0 |
`.trim(),
  );
});
