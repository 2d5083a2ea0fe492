import { inspect } from 'node:util';
import { errorOfAnswer, errorOfThrown } from './toKubernetesError';

const request = { verb: 'list', group: '', resource: 'services' } as const;
const open = new AbortController().signal;
const token = 'secret-token';

describe('errorOfAnswer', () => {
  it.each([
    [401, 'unauthorized'],
    [403, 'forbidden'],
    [404, 'unexpected'],
    [408, 'slow'],
    [410, 'unexpected'],
    [429, 'throttled'],
    [500, 'serverError'],
    [503, 'serverError'],
    [504, 'serverError'],
  ])('%i is %s', (status, failure) => {
    const answer = { status, headers: {}, body: '' };
    expect(errorOfAnswer(answer, request, token)).toMatchObject({
      failure,
      status,
      request,
    });
  });

  it.each([
    ['1', 1],
    ['120', 120],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
    ['-1', undefined],
    [undefined, undefined],
  ])('reads Retry-After %s as %s', (header, retryAfterSeconds) => {
    const headers = { 'retry-after': header };
    const answer = { status: 429, headers, body: '' };
    expect(errorOfAnswer(answer, request, token).retryAfterSeconds).toBe(
      retryAfterSeconds,
    );
  });

  it.each([
    ['{"message":"etcd is down"}', 'etcd is down'],
    ['Too many requests\n', 'Too many requests'],
    ['{"message":7}', '{"message":7}'],
    ['', undefined],
    ['x'.repeat(10_000), 'x'.repeat(500)],
    ['{"message":"Bearer secret-token is bad"}', 'Bearer [token] is bad'],
  ])('keeps of %s what helps', (body, detail) => {
    const answer = { status: 500, headers: {}, body };
    expect(errorOfAnswer(answer, request, token).detail).toBe(detail);
  });
});

describe('errorOfThrown', () => {
  const withCode = (code: string) =>
    new TypeError('fetch failed', {
      cause: Object.assign(new Error('inner'), { code }),
    });

  it.each([
    [withCode('ECONNREFUSED'), 'noConnection'],
    [withCode('UND_ERR_SOCKET'), 'noConnection'],
    [withCode('UND_ERR_HEADERS_TIMEOUT'), 'slow'],
    [withCode('UNABLE_TO_VERIFY_LEAF_SIGNATURE'), 'notTrusted'],
    [withCode('UND_ERR_RES_EXCEEDED_MAX_SIZE'), 'tooLarge'],
    [withCode('SOMETHING_NEW'), 'badAnswer'],
    [new SyntaxError('Unexpected end of JSON input'), 'badAnswer'],
    ['a string', 'badAnswer'],
  ])('%s is %s', (thrown, failure) => {
    expect(errorOfThrown(thrown, request, open).failure).toBe(failure);
  });

  it('tells the deadline from a client that has gone', () => {
    const late = AbortSignal.abort(new DOMException('', 'TimeoutError'));
    const gone = AbortSignal.abort();
    expect(errorOfThrown(new Error(), request, late).failure).toBe('slow');
    expect(errorOfThrown(new Error(), request, gone).failure).toBe('aborted');
  });

  it('holds nothing of what was thrown', () => {
    const thrown = new TypeError(`Headers.append: "Bearer ${token}"`, {
      cause: new Error(`Bearer ${token}`),
    });
    const error = errorOfThrown(thrown, request, open);
    expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(
      token,
    );
  });
});
