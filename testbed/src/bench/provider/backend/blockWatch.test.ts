import { setTimeout as sleep } from 'node:timers/promises';
import { startBlockWatch } from './blockWatch';

describe('startBlockWatch', () => {
  const work = (milliseconds: number) => {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      // Works.
    }
  };

  it('sees the longest block since it was asked, also one that begins then', async () => {
    const watch = startBlockWatch();
    try {
      await sleep(20);
      work(300);
      await sleep(20);
      const first = watch.takeLongest();
      work(100);
      const second = watch.takeLongest();

      expect(first).toBeGreaterThan(250);
      expect(second).toBeGreaterThan(80);
      expect(second).toBeLessThan(first);
      expect(watch.takeLongest()).toBeLessThan(10);
    } finally {
      watch.stop();
    }
  });
});
