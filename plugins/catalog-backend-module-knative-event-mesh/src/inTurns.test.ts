import { inOneTurn, inTurns } from './inTurns';

describe('inTurns', () => {
  const { signal } = new AbortController();

  function* work(milliseconds: number): Generator<void, string> {
    const until = performance.now() + milliseconds;
    while (performance.now() < until) {
      yield;
    }
    return 'done';
  }

  it('lets other work be done between two turns', async () => {
    let others = 0;
    const timer = setInterval(() => {
      others += 1;
    }, 1);
    try {
      expect(await inTurns(work(200), signal)).toBe('done');
    } finally {
      clearInterval(timer);
    }
    expect(others).toBeGreaterThan(2);
  });

  it('does short work at once', async () => {
    const immediate = jest.fn();
    setImmediate(immediate);
    await inTurns(work(0), signal);
    expect(immediate).not.toHaveBeenCalled();
  });

  it('stops when the signal says so', async () => {
    const controller = new AbortController();
    setImmediate(() => controller.abort());
    await expect(inTurns(work(60_000), controller.signal)).rejects.toThrow(
      'abort',
    );
  });

  it('throws what the work throws', async () => {
    await expect(
      inTurns(
        // eslint-disable-next-line require-yield -- it fails before its first rest
        (function* fail(): Generator<void, never> {
          throw new Error('no');
        })(),
        signal,
      ),
    ).rejects.toThrow('no');
  });
});

describe('inOneTurn', () => {
  it('does all of the work at once', () => {
    function* work(): Generator<void, string> {
      yield;
      yield;
      return 'done';
    }
    expect(inOneTurn(work())).toBe('done');
  });
});
