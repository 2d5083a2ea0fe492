import { serializeError } from '@backstage/errors';
import { pollFailure } from './pollFailure';

describe('pollFailure', () => {
  it('is the error that was thrown, which tells its message in JSON, too', () => {
    const error = new TypeError('no mesh');
    const failure = pollFailure(error, new AbortController().signal);
    expect(failure).toBe(error);
    expect(JSON.stringify({ message: failure })).toBe(
      '{"message":{"name":"TypeError","message":"no mesh"}}',
    );
    expect(Object.keys(failure)).toEqual([]);
  });

  it('is in the state of the task what it was', () => {
    const { signal } = new AbortController();
    const failure = pollFailure(new TypeError('no mesh'), signal);
    expect(serializeError(failure)).toMatchObject({
      name: 'TypeError',
      message: 'no mesh',
    });
  });

  it('says that a poll was stopped', () => {
    const controller = new AbortController();
    controller.abort();
    const failure = pollFailure(controller.signal.reason, controller.signal);
    expect(failure.name).toBe('AbortError');
    expect(JSON.parse(JSON.stringify(failure)).message).toBe(
      'The poll was stopped before it was complete',
    );
  });

  it('keeps what was wrong before a poll was stopped', () => {
    const controller = new AbortController();
    controller.abort();
    const failure = pollFailure(new Error('no mesh'), controller.signal);
    expect(failure.message).toBe('no mesh');
  });

  it('makes an error of anything else', () => {
    const { signal } = new AbortController();
    expect(pollFailure('no mesh', signal).message).toBe('no mesh');
  });
});
