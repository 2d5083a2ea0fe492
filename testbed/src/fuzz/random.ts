/** Repeatable chance: the same seed gives the same sequence. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** True this often. */
  chance(share: number): boolean;
  pick<T>(options: readonly T[]): T;
  /** One of the options, each as often as its weight says. */
  weighted<T>(options: readonly (readonly [weight: number, option: T])[]): T;
  /** A whole number from 0 to `most`. */
  upTo(most: number): number;
}

/** The generator mulberry32. */
export function createRandom(seed: number): Random {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const upTo = (most: number) => Math.floor(next() * (most + 1));
  return {
    next,
    upTo,
    chance: share => next() < share,
    pick: options => options[upTo(options.length - 1)],
    weighted(options) {
      const total = options.reduce((sum, [weight]) => sum + weight, 0);
      let left = next() * total;
      const chosen = options.find(([weight]) => (left -= weight) < 0);
      return (chosen ?? options[options.length - 1])[1];
    },
  };
}

/**
 * The chance of one case, which depends on no other case: so one case of a run
 * can be repeated alone.
 */
export function randomOfCase(seed: number, number: number): Random {
  return createRandom(scrambled(scrambled(seed) + number));
}

/** The finalizer of MurmurHash3: neighbours end up far from each other. */
function scrambled(value: number): number {
  let mixed = value | 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
