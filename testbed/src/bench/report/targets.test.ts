import { exampleResult } from './exampleResult';
import { verdicts } from './targets';

describe('verdicts', () => {
  it('holds the service to the floor of each size, to growth and to requests', () => {
    const found = verdicts([
      exampleResult({ candidate: 'floor' }),
      exampleResult({ wall: 15 }),
      exampleResult({ dataSet: '1000', candidate: 'floor', wall: 100 }),
      exampleResult({ dataSet: '1000', wall: 131 }),
      exampleResult({
        dataSet: '10000',
        wall: 1_500,
        asked: { requests: 8, bytes: 1 },
      }),
    ]);

    expect(found).toEqual([
      {
        target: 'wall at 100 Triggers, times the floor: at most 1.5',
        measured: '1.50',
        isMet: true,
      },
      {
        target: 'wall at 1000 Triggers, times the floor: at most 1.3',
        measured: '1.31',
        isMet: false,
      },
      {
        target: 'wall at 10000 Triggers, times that at 1000: at most 11',
        measured: '11.45',
        isMet: false,
      },
      {
        target: 'requests: as many for any number of Triggers',
        measured: '7, 7, 8',
        isMet: false,
      },
    ]);
  });

  it('says nothing of what was not measured', () => {
    expect(verdicts([exampleResult({})])).toEqual([]);
  });
});
