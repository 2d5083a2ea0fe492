import { setTimeout } from 'node:timers/promises';
import type { RequestHandler } from 'express';
import { askApp } from '../__testUtils__/askApp';
import { createLogger } from '../log';
import { requestLog } from './requestLog';

async function linesOf(path: string, status: number) {
  const lines: string[] = [];
  const log = createLogger('debug', { write: line => lines.push(line) });
  const { headers } = await askApp(
    app => {
      app.use(requestLog(log));
      const answer: RequestHandler = (_request, response) => {
        response.locals.failure = { message: 'why' };
        response.status(status).end();
      };
      app.get('/livez', answer);
      app.get('/things', answer);
    },
    path,
    { authorization: 'Bearer secret', cookie: 'secret' },
  );
  await setTimeout(20);
  return { headers, lines };
}

describe('requestLog', () => {
  it('writes one line with what was asked and what came of it', async () => {
    const { headers, lines } = await linesOf('/things?a=secret', 200);
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0])).toEqual({
      level: 'info',
      time: expect.any(String),
      service: 'eventmesh-backend',
      requestId: headers['x-request-id'],
      method: 'GET',
      route: '/things',
      status: 200,
      durationMs: expect.any(Number),
      failure: { message: 'why' },
      msg: 'request',
    });
    expect(lines.join()).not.toContain('secret');
  });

  it.each([
    ['/things', 500, 'error'],
    ['/things', 404, 'info'],
    ['/livez', 200, 'debug'],
    ['/livez', 503, 'error'],
  ])('%s with %i is %s', async (path, status, level) => {
    const { lines } = await linesOf(path, status);
    expect(JSON.parse(lines[0])).toMatchObject({ level });
  });

  it('does not repeat a path that nothing knows', async () => {
    const { lines } = await linesOf('/secret', 404);
    expect(lines).toHaveLength(1);
    expect(lines.join()).not.toContain('secret');
  });
});
