/** Whether lists and objects stand within each other on more than so many levels. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; depth <= levels; depth++) {
    level = level.flatMap(item =>
      typeof item === 'object' && item !== null ? Object.values(item) : [],
    );
    if (level.length === 0) {
      return false;
    }
  }
  return true;
}
