const intervalMilliseconds = 10;

/** Watches for how long one piece of work keeps everything else waiting. */
export interface BlockWatch {
  /** The longest since the last call, in milliseconds, to within 10 ms. */
  takeLongest(): number;
  stop(): void;
}

/**
 * Begins to watch the event loop of this process. Node's own histogram of
 * delays does not see a block that begins right after it was reset.
 */
export function startBlockWatch(): BlockWatch {
  let longest = 0;
  let last = performance.now();
  const look = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last - intervalMilliseconds);
    last = now;
  };
  const timer = setInterval(look, intervalMilliseconds);
  return {
    takeLongest() {
      look();
      const taken = longest;
      longest = 0;
      return taken;
    },
    stop: () => clearInterval(timer),
  };
}
