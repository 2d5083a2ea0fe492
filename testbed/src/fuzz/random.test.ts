import { createRandom, randomOfCase } from './random';

const sequence = (random = createRandom(1)) =>
  Array.from({ length: 5 }, () => random.next());

describe('createRandom', () => {
  it('repeats itself', () => {
    expect(sequence(createRandom(7))).toEqual(sequence(createRandom(7)));
    expect(sequence(createRandom(7))).not.toEqual(sequence(createRandom(8)));
  });

  it('takes every option, by its weight', () => {
    const random = createRandom(1);
    const counts = { often: 0, seldom: 0, never: 0 };
    for (let index = 0; index < 1_000; index++) {
      counts[
        random.weighted<keyof typeof counts>([
          [9, 'often'],
          [1, 'seldom'],
          [0, 'never'],
        ])
      ] += 1;
    }
    expect(counts.never).toBe(0);
    expect(counts.seldom).toBeGreaterThan(50);
    expect(counts.seldom).toBeLessThan(200);
  });

  it('goes up to the most', () => {
    const random = createRandom(1);
    const seen = new Set(Array.from({ length: 100 }, () => random.upTo(2)));
    expect([...seen].sort()).toEqual([0, 1, 2]);
  });
});

describe('randomOfCase', () => {
  it('is another one for each case and each seed', () => {
    const firsts = [0, 1, 2].flatMap(seed =>
      [0, 1, 2].map(number => randomOfCase(seed, number).next()),
    );
    expect(new Set(firsts).size).toBe(9);
  });
});
