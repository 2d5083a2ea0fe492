import {
  createMockDirectory,
  registerMswTestHooks,
} from '@backstage/backend-test-utils';
import { delay, http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { inspect } from 'node:util';
import { fetchEventMesh, type EventMeshTarget } from './client';
import { eventMesh } from './testUtils';

const TOKEN = 'very.secret-token';
const URL = 'http://mesh.example.com:8080/v1/getEventMesh';
const target = {
  baseUrl: 'http://mesh.example.com:8080',
  token: TOKEN,
  configKey: 'catalog.providers.knativeEventMesh.dev',
};

describe('fetchEventMesh', () => {
  const server = setupServer();
  registerMswTestHooks(server);

  /** The error of a call, after a look for the token in all that it carries. */
  async function failure(
    options?: Parameters<typeof fetchEventMesh>[1],
    overrides: Partial<EventMeshTarget> = {},
  ): Promise<Error> {
    const error = await fetchEventMesh({ ...target, ...overrides }, options)
      .then(complete => complete.read())
      .then(
        () => undefined,
        thrown => thrown,
      );
    expect(error).toBeInstanceOf(Error);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toContain(
      TOKEN,
    );
    expect(error.cause).toBeUndefined();
    return error;
  }

  function answer(body: string, init?: ResponseInit) {
    server.use(http.get(URL, () => new HttpResponse(body, init)));
  }

  it('sends the token and reads the mesh', async () => {
    let authorization: string | null = null;
    server.use(
      http.get(URL, ({ request }) => {
        authorization = request.headers.get('authorization');
        return HttpResponse.json(eventMesh());
      }),
    );

    const { mesh, skipped } = await (await fetchEventMesh(target)).read();

    expect(authorization).toBe(`Bearer ${TOKEN}`);
    expect(mesh).toEqual(eventMesh());
    expect(skipped).toEqual([]);
  });

  it.each([
    [undefined, ''],
    [['payments'], '?namespace=payments'],
    [['orders', 'payments'], '?namespace=orders&namespace=payments'],
  ])('asks for the namespaces %j', async (namespaces, expected) => {
    let search: string | undefined;
    server.use(
      http.get(URL, ({ request }) => {
        search = new globalThis.URL(request.url).search;
        return HttpResponse.json(eventMesh());
      }),
    );
    await fetchEventMesh({ ...target, namespaces });
    expect(search).toBe(expected);
  });

  describe('with a token in a file', () => {
    const directory = createMockDirectory();
    const fromFile = {
      baseUrl: target.baseUrl,
      configKey: target.configKey,
      tokenFile: directory.resolve('token'),
    };

    it('sends what the file holds at the time of each request', async () => {
      const sent: (string | null)[] = [];
      server.use(
        http.get(URL, ({ request }) => {
          sent.push(request.headers.get('authorization'));
          return request.headers.get('if-none-match')
            ? new HttpResponse(null, { status: 304 })
            : HttpResponse.json(eventMesh());
        }),
      );
      const last = { hash: 'abc', etag: '"1"' };

      directory.setContent({ token: 'first\n' });
      await fetchEventMesh(fromFile);
      directory.setContent({ token: 'second' });
      const same = await fetchEventMesh(fromFile, { last });
      directory.setContent({ token: 'third' });
      await same.read();

      expect(sent).toEqual(['Bearer first', 'Bearer second', 'Bearer third']);
    });

    it('names the file when the token is not accepted, and not the token', async () => {
      directory.setContent({ token: TOKEN });
      answer(JSON.stringify({ error: `bad token ${TOKEN}` }), { status: 401 });
      const { message } = await failure({}, { ...fromFile, token: undefined });
      expect(message).toContain('bad token [token]. Write a token');
      expect(message).toContain(`${target.configKey}.tokenFile`);
    });

    it('asks nobody when the file is gone', async () => {
      directory.setContent({});
      const { message } = await failure({}, { ...fromFile, token: undefined });
      expect(message).toContain('which cannot be read (ENOENT)');
    });
  });

  it('knows an answer again, and reads it only on demand', async () => {
    answer(JSON.stringify(eventMesh()), { headers: { ETag: '"1"' } });
    const first = await fetchEventMesh(target);
    const second = await fetchEventMesh(target);
    answer(JSON.stringify(eventMesh({ brokers: [] })));
    const other = await fetchEventMesh(target);
    answer('no event mesh');
    const broken = await fetchEventMesh(target);

    expect(first).toMatchObject({ hash: second.hash, etag: '"1"' });
    expect(await first.read()).toMatchObject({
      hash: first.hash,
      etag: '"1"',
    });
    expect(other.hash).not.toBe(first.hash);
    expect(other.etag).toBeUndefined();
    await expect(broken.read()).rejects.toThrow('not JSON');
  });

  describe('with the last answer known', () => {
    const last = { hash: 'abc', etag: '"1"' };
    const conditions: (string | null)[] = [];

    beforeEach(() => {
      conditions.length = 0;
      server.use(
        http.get(URL, ({ request }) => {
          const condition = request.headers.get('if-none-match');
          conditions.push(condition);
          return condition === '"1"'
            ? new HttpResponse(null, { status: 304 })
            : HttpResponse.json(eventMesh(), { headers: { ETag: '"2"' } });
        }),
      );
    });

    it('is told that it is the same, and asks again to read it', async () => {
      const same = await fetchEventMesh(target, { last });
      expect(same).toMatchObject(last);
      expect(conditions).toEqual(['"1"']);

      // It may have become another one meanwhile.
      const read = await same.read();
      expect(read).toMatchObject({ mesh: eventMesh(), etag: '"2"' });
      expect(read.hash).not.toBe('abc');
      expect(conditions).toEqual(['"1"', null]);
    });

    it('gets another one', async () => {
      const other = await fetchEventMesh(target, {
        last: { ...last, etag: '"0"' },
      });
      expect(other.etag).toBe('"2"');
    });

    it('asks without a condition for one that had no ETag', async () => {
      await fetchEventMesh(target, { last: { hash: 'abc' } });
      expect(conditions).toEqual([null]);
    });
  });

  it('refuses to be told so without having asked', async () => {
    server.use(http.get(URL, () => new HttpResponse(null, { status: 304 })));
    expect((await failure()).message).toContain('answers 304');
  });

  it.each([
    [400, 'Look at the log of the service'],
    [401, `Set ${target.configKey}.token to a token`],
    [403, 'Give the account of'],
    [404, `Check that ${target.configKey}.baseUrl`],
    [424, 'Install Knative Eventing'],
    [429, 'The next poll tries again'],
    [500, 'Look at the log of the service'],
    [503, 'The next poll tries again'],
    [504, 'The next poll tries again'],
  ])(
    'says what the service says with %d, and what to do',
    async (status, advice) => {
      answer(JSON.stringify({ error: 'may not list brokers' }), { status });
      const { message } = await failure();
      expect(message).toContain(
        `The event mesh service at ${target.baseUrl} answers ${status}: may not list brokers. ${advice}`,
      );
    },
  );

  it.each([
    ['an HTML page', '<html>Bad gateway</html>'],
    ['nothing', ''],
    ['JSON without error', '{"message":1}'],
    ['an error that is no text', '{"error":{"a":1}}'],
  ])('says the status when the body of an error is %s', async (_, body) => {
    answer(body, { status: 502 });
    const { message } = await failure();
    expect(message).toContain('answers 502. Look');
  });

  it('keeps a token that the service repeats out of the message', async () => {
    answer(JSON.stringify({ error: `bad token ${TOKEN}\nsecond line` }), {
      status: 401,
    });
    const { message } = await failure();
    expect(message).toContain('bad token [token] second line.');
  });

  it('cuts a long error of the service, but not the advice', async () => {
    answer(JSON.stringify({ error: 'x'.repeat(10_000) }), { status: 503 });
    const { message } = await failure();
    expect(message.length).toBeLessThan(1_000);
    expect(message).toContain('The next poll tries again');
  });

  it.each([301, 302, 303, 307, 308])('does not follow a %d', async status => {
    let followed = false;
    server.use(
      http.get('http://evil.example.com/*', () => {
        followed = true;
        return HttpResponse.json(eventMesh());
      }),
    );
    answer('', {
      status,
      headers: {
        Location: `http://user:pw@evil.example.com/login?state=${TOKEN}`,
      },
    });

    const { message } = await failure();

    expect(message).toContain(
      `a redirect to http://evil.example.com/login, which is not followed`,
    );
    expect(message).not.toContain('pw');
    expect(followed).toBe(false);
  });

  it('reports a redirect that points nowhere', async () => {
    answer('', { status: 302 });
    expect((await failure()).message).toContain('answers 302, a redirect');
  });

  it.each([
    ['HTML', '<!doctype html>'],
    ['nothing', ''],
    ['cut JSON', JSON.stringify(eventMesh()).slice(0, -10)],
  ])('refuses %s', async (_, body) => {
    answer(body);
    expect((await failure()).message).toContain('something that is not JSON');
  });

  it('refuses JSON that is no event mesh', async () => {
    answer('{"status":"ok"}');
    expect((await failure()).message).toContain('is not an event mesh');
  });

  it('stops reading an answer that is too large', async () => {
    let sent = 0;
    server.use(
      http.get(URL, () => {
        const chunk = new Uint8Array(1_000).fill(32);
        return new HttpResponse(
          new ReadableStream({
            async pull(controller) {
              sent += chunk.length;
              controller.enqueue(chunk);
              await delay(1);
              if (sent >= 2_000_000) {
                controller.close();
              }
            },
          }),
        );
      }),
    );

    const { message } = await failure({ maximumBytes: 10_000 });

    expect(message).toContain('answers with more than 10000 bytes');
    expect(sent).toBeLessThan(1_000_000);
  });

  it('gives up on an answer that takes too long', async () => {
    server.use(http.get(URL, () => delay('infinite')));
    const { message } = await failure({}, { timeoutMilliseconds: 20 });
    expect(message).toContain('did not answer within 0.02 s');
  });

  it('gives up on an answer that drips', async () => {
    server.use(
      http.get(URL, () => {
        return new HttpResponse(
          new ReadableStream({
            async pull(controller) {
              await delay(5);
              controller.enqueue(new Uint8Array([32]));
            },
          }),
        );
      }),
    );
    const { message } = await failure({}, { timeoutMilliseconds: 100 });
    expect(message).toContain('did not answer within 0.1 s');
  });

  it('stops with the signal of the task', async () => {
    server.use(http.get(URL, () => delay('infinite')));
    const controller = new AbortController();
    const failed = failure({ signal: controller.signal });
    setTimeout(() => controller.abort(), 20);
    expect(await failed).toMatchObject({
      name: 'AbortError',
      message: 'The poll was stopped before it was complete',
    });
  });

  it('does not start with a signal that is aborted', async () => {
    const { name } = await failure({ signal: AbortSignal.abort() });
    expect(name).toBe('AbortError');
  });

  it('says what to check when there is no service', async () => {
    server.use(http.get(URL, () => HttpResponse.error()));
    const { message } = await failure();
    expect(message).toContain('cannot be reached');
    expect(message).toContain(`Check ${target.configKey}.baseUrl`);
  });
});
