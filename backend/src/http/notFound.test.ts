import { askApp } from '../__testUtils__/askApp';
import { createLogger } from '../log';
import { errorAnswer } from './errorAnswer';
import { notFound } from './notFound';

it.each(['/', '/v1', '/secret?x=1', '/%2e%2e/apis'])(
  'answers %s in JSON',
  async path => {
    const { status, text } = await askApp(app => {
      app.use(notFound());
      app.use(errorAnswer(createLogger('silent')));
    }, path);
    expect(status).toBe(404);
    expect(JSON.parse(text)).toEqual({
      code: 'notFound',
      error: 'There is nothing here. Ask for GET /v1/getEventMesh.',
    });
  },
);
