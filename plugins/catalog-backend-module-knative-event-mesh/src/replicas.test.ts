import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  connectProvider,
  keepingLogger,
} from './__testUtils__/connectProvider';
import {
  startTestService,
  type TestService,
} from './__testUtils__/testBackend';
import { testCatalog, type TestCatalog } from './__testUtils__/testCatalog';
import { broker, channel, eventMesh } from './testUtils';

/**
 * The catalog shows what a replica has written some seconds later, so the next
 * poll of another one may not see it.
 */
describe('a replica that reads before the catalog shows what another has written', () => {
  let service: TestService;
  let store: TestCatalog;
  let replicas: Awaited<ReturnType<typeof connectProvider>>[];

  beforeEach(async () => {
    service = await startTestService(eventMesh());
    store = testCatalog();
    const connect = () =>
      connectProvider(
        store,
        'dev',
        { dev: { baseUrl: service.url, token: 'abc' } },
        { logger: keepingLogger().logger },
      );
    replicas = [await connect(), await connect()];
    await poll(0, {});
    await poll(1, {});
  });

  afterEach(() => service.stop());

  async function poll(replica: number, mesh: Partial<EventMesh>) {
    service.answer.body = eventMesh(mesh);
    await replicas[replica]();
  }

  const channels = Array.from({ length: 20 }, (_, index) =>
    channel({ name: `n${index}` }),
  );
  const shown = () =>
    store.refs().filter(ref => ref.endsWith('-channel')).length;

  it('loses none of a kind that cannot be read any more', async () => {
    store.lag();
    await poll(0, { subscribables: channels });
    await poll(1, {
      omitted: [{ kind: 'Channel', reason: 'forbidden', message: 'list' }],
    });
    expect(shown()).toBe(20);
    store.catchUp();
    await poll(1, {
      omitted: [{ kind: 'Channel', reason: 'forbidden', message: 'list' }],
    });
    expect(shown()).toBe(20);
  });

  it('writes what both have found', async () => {
    store.lag();
    await poll(0, { subscribables: channels });
    await poll(1, {
      subscribables: channels,
      brokers: [broker(), broker({ name: 'other' })],
    });
    expect(shown()).toBe(20);
    expect(store.refs()).toContain('component:payments/other-broker');
  });

  it('goes on as the other would when the catalog has caught up', async () => {
    store.lag();
    await poll(0, { subscribables: channels });
    store.catchUp();
    // All at once: that may be a mistake.
    await poll(1, {});
    expect(shown()).toBe(20);
    await poll(1, { subscribables: channels.slice(0, 15) });
    expect(shown()).toBe(15);
  });
});
