import { askApp } from '../__testUtils__/askApp';
import { ServiceError } from '../errors';
import { KubernetesError } from '../kubernetes/kubernetesError';
import { createLogger } from '../log';
import { errorAnswer } from './errorAnswer';
import { notFound } from './notFound';

const request = { verb: 'get', path: '/apis' } as const;

async function ask(error: unknown) {
  const lines: string[] = [];
  const log = createLogger('info', { write: line => lines.push(line) });
  const answer = await askApp(app => {
    app.get('/', (_request, response) => {
      response.locals.token = 'secret-token';
      throw error;
    });
    app.use(notFound());
    app.use(errorAnswer(log));
  });
  return { ...answer, body: JSON.parse(answer.text), logged: lines.join('') };
}

describe('errorAnswer', () => {
  it.each([
    [new ServiceError(424, 'notInstalled', 'no'), 424, 'notInstalled'],
    [new KubernetesError('unauthorized', request), 401, 'unauthorized'],
    [new KubernetesError('forbidden', request), 403, 'forbidden'],
    [new KubernetesError('slow', request), 504, 'timeout'],
    [new KubernetesError('throttled', request), 503, 'unavailable'],
    [new KubernetesError('serverError', request), 503, 'unavailable'],
    [new KubernetesError('noConnection', request), 503, 'unavailable'],
    [new KubernetesError('notTrusted', request), 503, 'unavailable'],
    [new KubernetesError('badAnswer', request), 503, 'unavailable'],
    [new KubernetesError('tooLarge', request), 503, 'unavailable'],
    [new KubernetesError('stale', request), 503, 'unavailable'],
    [new KubernetesError('unexpected', request), 503, 'unavailable'],
    [new TypeError('a defect'), 500, 'internal'],
    ['not even an error', 500, 'internal'],
  ])('%s leads to %i %s', async (error, status, code) => {
    const answer = await ask(error);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ error: expect.any(String), code });
    expect('retry-after' in answer.headers).toBe(status > 500);
    expect('www-authenticate' in answer.headers).toBe(status === 401);
  });

  it('passes on how long Kubernetes asks to wait', async () => {
    const error = new KubernetesError('throttled', request, {
      retryAfterSeconds: 17,
    });
    expect((await ask(error)).headers['retry-after']).toBe('17');
  });

  it('keeps the words of Kubernetes out of the answer', async () => {
    const detail = 'conversion webhook at 10.0.0.7 is down';
    const error = new KubernetesError('serverError', request, { detail });
    expect((await ask(error)).text).not.toContain('webhook');
  });

  it('logs a defect with its stack and without the token', async () => {
    const error = new TypeError('cannot use Bearer secret-token');
    const { logged, text } = await ask(error);
    expect(logged).toContain('cannot use Bearer [token]');
    expect(logged).toContain('errorAnswer.test');
    expect(`${logged}${text}`).not.toContain('secret-token');
  });
});
