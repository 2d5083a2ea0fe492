import { KubernetesError, type KubernetesFailure } from './kubernetesError';
import { withRetries } from './retry';

const request = { verb: 'get', path: '/apis' } as const;

function failing(failure: KubernetesFailure, retryAfterSeconds?: number) {
  return new KubernetesError(failure, request, { retryAfterSeconds });
}

function policy(remainingMs = 1000, signal = new AbortController().signal) {
  return { delaysMs: [1, 1], remainingMs: () => remainingMs, signal };
}

describe('withRetries', () => {
  it.each([
    'throttled',
    'serverError',
    'noConnection',
    'badAnswer',
    'stale',
    'slow',
  ] as const)('tries again after %s', async failure => {
    const attempt = jest
      .fn()
      .mockRejectedValueOnce(failing(failure))
      .mockResolvedValueOnce('answer');
    await expect(withRetries(attempt, policy())).resolves.toBe('answer');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it.each([
    failing('unauthorized'),
    failing('forbidden'),
    failing('notTrusted'),
    failing('tooLarge'),
    failing('aborted'),
    failing('unexpected'),
    new TypeError('a defect'),
  ])('does not try again after %s', async error => {
    const attempt = jest.fn().mockRejectedValue(error);
    await expect(withRetries(attempt, policy())).rejects.toBe(error);
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('gives up when the tries are used up', async () => {
    const attempt = jest.fn().mockRejectedValue(failing('serverError'));
    await expect(withRetries(attempt, policy())).rejects.toThrow();
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('waits as long as Kubernetes asks', async () => {
    const attempt = jest
      .fn()
      .mockRejectedValueOnce(failing('throttled', 1))
      .mockResolvedValueOnce('answer');
    const start = performance.now();
    await withRetries(attempt, policy(5000));
    expect(performance.now() - start).toBeGreaterThan(990);
  });

  it('does not wait beyond the deadline', async () => {
    const attempt = jest.fn().mockRejectedValue(failing('throttled', 30));
    await expect(withRetries(attempt, policy())).rejects.toMatchObject({
      retryAfterSeconds: 30,
    });
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('stops waiting when nobody waits for the answer', async () => {
    const controller = new AbortController();
    const attempt = jest.fn().mockRejectedValue(failing('throttled', 60));
    const result = withRetries(attempt, policy(100_000, controller.signal));
    setTimeout(() => controller.abort(), 5);
    await expect(result).rejects.toMatchObject({ failure: 'throttled' });
    expect(attempt).toHaveBeenCalledTimes(1);
  });
});
