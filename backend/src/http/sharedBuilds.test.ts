import { createSharedBuilds } from './sharedBuilds';

const nobodyGone = () => new AbortController().signal;

/** A build that ends when the test says so. */
function heldBuild() {
  let resolve: (answer: string) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<string>((...settle) => {
    [resolve, reject] = settle;
  });
  let seen: AbortSignal | undefined;
  const build = jest.fn((abandoned: AbortSignal) => {
    seen = abandoned;
    return promise;
  });
  return { build, resolve, reject, isAbandoned: () => seen?.aborted };
}

describe('createSharedBuilds', () => {
  it('makes one answer for all who ask for the same meanwhile', async () => {
    const builds = createSharedBuilds<string>(1);
    const { build, resolve } = heldBuild();
    const answers = [1, 2, 3].map(() => builds.join('a', nobodyGone(), build));
    resolve('mesh');
    expect(await Promise.all(answers)).toEqual(['mesh', 'mesh', 'mesh']);
    expect(build).toHaveBeenCalledTimes(1);

    const next = jest.fn(async () => 'new');
    expect(await builds.join('a', nobodyGone(), next)).toBe('new');
  });

  it('tells all of them of a failure, and begins anew after it', async () => {
    const builds = createSharedBuilds<string>(1);
    const { build, reject } = heldBuild();
    const answers = [1, 2].map(() => builds.join('a', nobodyGone(), build));
    reject(new Error('broken'));
    for (const answer of answers) {
      await expect(answer).rejects.toThrow('broken');
    }
    expect(await builds.join('a', nobodyGone(), async () => 'b')).toBe('b');
  });

  it('refuses what would be one more than allowed, until one has ended', async () => {
    const builds = createSharedBuilds<string>(2);
    const [first, second] = [heldBuild(), heldBuild()];
    const waiting = [
      builds.join('a', nobodyGone(), first.build),
      builds.join('b', nobodyGone(), second.build),
    ];
    const third = jest.fn(async () => 'third');
    await expect(builds.join('c', nobodyGone(), third)).rejects.toMatchObject({
      status: 503,
      retryAfterSeconds: 1,
      message: expect.stringMatching(/^2 other .* MAX_CONCURRENT_BUILDS/),
    });
    expect(third).not.toHaveBeenCalled();

    first.resolve('');
    await waiting[0];
    expect(await builds.join('c', nobodyGone(), third)).toBe('third');
    second.resolve('');
  });

  it('goes on as long as one waits, and ends the work when nobody does', async () => {
    const builds = createSharedBuilds<string>(1);
    const { build, reject, isAbandoned } = heldBuild();
    const [first, second] = [new AbortController(), new AbortController()];
    const answers = [first, second].map(({ signal }) =>
      builds.join('a', signal, build),
    );
    first.abort();
    expect(isAbandoned()).toBe(false);
    second.abort();
    expect(isAbandoned()).toBe(true);

    // It counts until it has really ended, but is no answer for others.
    await expect(
      builds.join('a', nobodyGone(), async () => 'mesh'),
    ).rejects.toMatchObject({ status: 503 });
    reject(new Error('aborted'));
    await Promise.allSettled(answers);
    expect(await builds.join('a', nobodyGone(), async () => 'mesh')).toBe(
      'mesh',
    );
  });
});
