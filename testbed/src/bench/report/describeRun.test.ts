import { describeRun } from './describeRun';

describe('describeRun', () => {
  const machine = {
    system: 'linux x64',
    processor: 'Example',
    cores: 4,
    memoryGigabytes: 16,
    node: 'v24.0.0',
    loadBefore: 0.3,
  };

  it('names the machine', () => {
    expect(describeRun(machine)).toBe(
      'Example, 4 cores, 16 GB, linux x64, Node v24.0.0; load before: 0.3',
    );
  });

  it('warns when others were using it', () => {
    expect(describeRun({ ...machine, loadBefore: 1.1 })).toContain(
      'trust the CPU times, not the wall times',
    );
  });
});
