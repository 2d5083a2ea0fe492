import { askApp } from '../__testUtils__/askApp';
import { bearerToken } from './bearerToken';
import { errorAnswer } from './errorAnswer';
import { createLogger } from '../log';

async function ask(authorization?: string) {
  return askApp(
    app => {
      app.get('/', bearerToken(), (_request, response) => {
        response.send(response.locals.token);
      });
      app.use(errorAnswer(createLogger('silent')));
    },
    '/',
    authorization === undefined ? {} : { authorization },
  );
}

describe('bearerToken', () => {
  it.each([
    ['Bearer abc', 'abc'],
    ['bearer abc', 'abc'],
    ['BEARER abc', 'abc'],
    ['Bearer   a-b._~+/c==', 'a-b._~+/c=='],
  ])('takes %s', async (authorization, token) => {
    await expect(ask(authorization)).resolves.toMatchObject({
      status: 200,
      text: token,
    });
  });

  it.each([
    undefined,
    '',
    'abc',
    'Bearer',
    'Bearer ',
    'Basic dXNlcjpwYXNz',
    'Bearer a b',
    'Bearer a,b',
    'Bearer =',
    'Bearer a=b',
    'Bearer tokenä',
    'Bearerabc',
    'Bearer "abc"',
  ])('refuses %j', async authorization => {
    const { status, headers, text } = await ask(authorization);
    expect(status).toBe(401);
    expect(headers['www-authenticate']).toBe('Bearer');
    expect(JSON.parse(text)).toMatchObject({ code: 'unauthorized' });
  });
});
