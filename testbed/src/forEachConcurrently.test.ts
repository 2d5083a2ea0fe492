import { setTimeout as sleep } from 'node:timers/promises';
import { forEachConcurrently } from './forEachConcurrently';

describe('forEachConcurrently', () => {
  it('works on every item once, and on no more than allowed at a time', async () => {
    const done: number[] = [];
    let running = 0;
    let most = 0;

    await forEachConcurrently([1, 2, 3, 4, 5], 2, async item => {
      running += 1;
      most = Math.max(most, running);
      await sleep(2);
      running -= 1;
      done.push(item);
    });

    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('fails when one of them fails', async () => {
    const work = async (item: number) => {
      if (item === 2) {
        throw new Error('the second');
      }
    };

    await expect(forEachConcurrently([1, 2, 3], 2, work)).rejects.toThrow(
      'the second',
    );
  });
});
