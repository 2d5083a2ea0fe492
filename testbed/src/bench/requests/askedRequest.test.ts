import { relevantHeaders } from './askedRequest';

describe('relevantHeaders', () => {
  it('keeps what an answer depends on, and not the token', () => {
    expect(
      relevantHeaders({
        host: '127.0.0.1',
        authorization: 'Bearer secret',
        accept: 'application/json',
        'if-none-match': '"1"',
        'accept-encoding': undefined,
      }),
    ).toEqual({ accept: 'application/json', 'if-none-match': '"1"' });
  });
});
