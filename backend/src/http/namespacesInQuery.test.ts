import { askApp } from '../__testUtils__/askApp';
import { createLogger } from '../log';
import { errorAnswer } from './errorAnswer';
import { namespacesInQuery } from './namespacesInQuery';

function ask(query: string) {
  return askApp(app => {
    app.set('query parser', false);
    app.get('/', namespacesInQuery(), (_request, response) => {
      response.json(response.locals.namespaces ?? 'all');
    });
    app.use(errorAnswer(createLogger('silent')));
  }, `/${query}`);
}

describe('namespacesInQuery', () => {
  it.each([
    ['', 'all'],
    ['?', 'all'],
    ['?namespace=shop', ['shop']],
    ['?namespace=b&namespace=a&namespace=b', ['a', 'b']],
    ['?names%70ace=shop', ['shop']],
  ])('takes %s', async (query, expected) => {
    const { status, text } = await ask(query);
    expect(status).toBe(200);
    expect(JSON.parse(text)).toEqual(expected);
  });

  it.each([
    ['?namespace=', /name of a namespace/],
    ['?namespace=Shop', /name of a namespace/],
    ['?namespace=..', /name of a namespace/],
    ['?namespace=a/b', /name of a namespace/],
    ['?namespace=a?namespace=b', /name of a namespace/],
    [`?namespace=${'x'.repeat(64)}`, /name of a namespace/],
    ['?namespace[]=shop', /not known/],
    ['?namespaces=shop', /not known/],
    ['?__proto__=shop', /not known/],
    [
      `?${Array.from({ length: 101 }, (_, i) => `namespace=n${i}`).join('&')}`,
      /at most 100/,
    ],
  ])('refuses %.40s', async (query, message) => {
    const { status, text } = await ask(query);
    expect(status).toBe(400);
    expect(JSON.parse(text)).toEqual({
      code: 'badRequest',
      error: expect.stringMatching(message),
    });
  });
});
