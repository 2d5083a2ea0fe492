/**
 * The value that a given share of the samples does not exceed, interpolated
 * between the nearest two.
 */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)];
  const above = sorted[Math.ceil(position)];
  return below + (above - below) * (position % 1);
}

/** The middle of the samples, which a few disturbed ones do not move. */
export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}
