import { processUsage } from './processUsage';

const describeOnLinux = process.platform === 'linux' ? describe : describe.skip;

describeOnLinux('processUsage', () => {
  it('counts the work of a process and its memory', async () => {
    const before = await processUsage(process.pid);
    const until = process.cpuUsage().user + 50_000;
    while (process.cpuUsage().user < until) {
      // Works.
    }
    const after = await processUsage(process.pid);

    expect(
      after.cpuMilliseconds - before.cpuMilliseconds,
    ).toBeGreaterThanOrEqual(50);
    expect(after.peakMegabytes).toBeGreaterThan(20);
    expect(after.peakMegabytes).toBeLessThan(20_000);
  });
});
