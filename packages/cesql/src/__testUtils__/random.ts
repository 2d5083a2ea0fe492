/** Repeatable chance: the same seed gives the same sequence. */
export interface Random {
  /** At least 0, less than 1. */
  next(): number;
  /** True this often. */
  chance(share: number): boolean;
  pick<T>(options: readonly T[]): T;
  /** From 0 to `most`. */
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
    chance: share => next() < share,
    pick: options => options[upTo(options.length - 1)],
    upTo,
  };
}
