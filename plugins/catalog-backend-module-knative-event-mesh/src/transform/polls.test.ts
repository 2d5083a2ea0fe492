import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import {
  readEnvironmentDetails,
  type EventMesh,
} from 'backstage-plugin-knative-event-mesh-common';
import catalogModuleKnativeEventMesh from '..';
import {
  connectProvider,
  keepingLogger,
} from '../__testUtils__/connectProvider';
import {
  catalogEntity,
  eventually,
  manualScheduler,
  startCatalog,
  startTestService,
  type TestService,
} from '../__testUtils__/testBackend';
import { testCatalog, type TestCatalog } from '../__testUtils__/testCatalog';
import transformerOfReadme from '../__testUtils__/transformerOfReadme';
import { broker, channel, eventMesh, eventType, source } from '../testUtils';
import type { EventMeshEntityTransformer } from './extensionPoint';

const api = 'api:payments/payment-received';
const brokerRef = 'component:payments/default-broker';
const channelRef = 'component:payments/orders-channel';
const system = 'system:default/knative-event-mesh-dev';
const mesh = eventMesh({ subscribables: [channel()] });

const tagged: EventMeshEntityTransformer = entity => ({
  ...entity,
  metadata: { ...entity.metadata, tags: ['ours'] },
});
const broken: EventMeshEntityTransformer = () => {
  throw new Error('broken');
};

describe('polls with a transformer', () => {
  let service: TestService;
  let store: TestCatalog;
  let minute: number;
  let settings: Record<string, string>;
  const { logger, lines } = keepingLogger();

  beforeEach(async () => {
    jest.clearAllMocks();
    logger.child.mockReturnValue(logger);
    service = await startTestService(mesh);
    store = testCatalog();
    minute = 0;
    settings = {};
  });

  afterEach(() => service.stop());

  /** Polls of one backend that has started with a transformer. */
  async function backend(transformer?: EventMeshEntityTransformer) {
    const poll = await connectProvider(
      store,
      'dev',
      { dev: { baseUrl: service.url, token: 'abc', ...settings } },
      {
        logger,
        transformer,
        now: () => new Date(Date.UTC(2026, 0, 1, 12, minute)),
      },
    );
    return async (body: EventMesh = mesh) => {
      service.answer.body = body;
      minute += 1;
      await poll();
    };
  }

  const tagsOf = (ref: string) => store.entity(ref)?.metadata.tags;
  const findings = () =>
    readEnvironmentDetails(store.entity(system)!)!.findings.map(
      ({ code, message }) => `${code}: ${message}`,
    );

  it('writes what the transformer has made, and nothing when that stays', async () => {
    const poll = await backend(tagged);
    await poll();
    expect(tagsOf(api)).toEqual(['ours']);
    await poll();
    await poll();
    expect(store.mutations).toHaveLength(1);
    expect(lines('info').at(-1)).toContain('nothing has changed');
  });

  it('notices that another backend has another transformer', async () => {
    const [old, updated] = [await backend(), await backend(tagged)];
    await old();
    await updated();
    await updated();
    expect(tagsOf(api)).toEqual(['ours']);
    // Each has seen this answer, and would make something else of it.
    await old();
    expect(tagsOf(api)).toBeUndefined();
    await updated();
    expect(tagsOf(api)).toEqual(['ours']);
  });

  it('leaves nothing that refers to what is left out', async () => {
    const poll = await backend((entity, { role }) =>
      role === 'eventType' ? null : entity,
    );
    await poll();
    expect(store.refs()).toEqual([brokerRef, channelRef, system]);
    expect(store.entity(brokerRef)?.spec?.providesApis).toEqual([]);
  });

  it('takes back at once a few that are left out, and many only after a while', async () => {
    const eventTypes = Array.from({ length: 20 }, (_, index) =>
      eventType({ name: `n${index}` }),
    );
    const many = eventMesh({ eventTypes, triggers: [] });
    await (
      await backend()
    )(many);

    const poll = await backend((entity, { object }) =>
      object.name.startsWith('n1') && object.kind === 'EventType'
        ? null
        : entity,
    );
    await poll(many);
    // 11 of 20: that may be a mistake in the transformer.
    expect(store.refs()).toHaveLength(22);
    minute += 5;
    await (
      await backend((entity, { object }) =>
        ['n1', 'n2'].includes(object.name) ? null : entity,
      )
    )(many);
    expect(store.refs()).toHaveLength(20);
  });

  it.each<[string, EventMeshEntityTransformer]>([
    ['throws', broken],
    ['returns nothing', () => undefined as unknown as Entity],
    [
      'renames everything',
      entity => ({ ...entity, metadata: { ...entity.metadata, name: 'x' } }),
    ],
    ['leaves out everything', () => null],
  ])('deletes nothing when it %s', async (_, transformer) => {
    await (
      await backend(tagged)
    )();
    const before = store.refs();
    const poll = await backend(transformer);
    await poll();
    await poll();
    expect(store.refs()).toEqual(before);
    expect(tagsOf(api)).toEqual(['ours']);

    settings = { entityNamespace: 'prod-{namespace}' };
    await (
      await backend(transformer)
    )();
    expect(store.refs()).toEqual(before);
  });

  it('says what fails, once, and forgets it when it is mended', async () => {
    const poll = await backend(broken);
    await poll();
    await poll();
    const message =
      'The transformer failed for EventType payments/payment-received and 2 more: Error: broken';
    expect(findings()).toEqual([`transformFailed: ${message}`]);
    expect(lines('warn')).toEqual([message]);
    expect(lines('info').at(-1)).toContain('3 not transformed');
    expect(store.refs()).toEqual([system]);

    await (
      await backend(tagged)
    )();
    expect(findings()).toEqual([]);
    expect(store.refs()).toHaveLength(4);
  });

  it('goes on with everything else when it fails for one', async () => {
    const poll = await backend((entity, { object }) => {
      if (object.kind === 'Channel') {
        throw new Error('no channels, please');
      }
      return entity;
    });
    await (
      await backend()
    )();
    await poll({
      ...mesh,
      brokers: [broker({ name: 'other' })],
      subscribables: [channel({ labels: { changed: 'yes' } })],
    });
    expect(store.refs()).toEqual([
      api,
      channelRef,
      'component:payments/other-broker',
      system,
    ]);
    await poll({ ...mesh, subscribables: [] });
    expect(store.refs()).toEqual([api, brokerRef, system]);
  });

  it('transforms what stays in doubt, too', async () => {
    const seen: string[] = [];
    await (
      await backend(tagged)
    )(eventMesh());
    const poll = await backend((entity, { role }) => {
      if (role === 'eventType') {
        seen.push(JSON.stringify(entity.spec));
      }
      return tagged(entity, {} as never);
    });
    await poll(
      eventMesh({
        eventTypes: [eventType({ consumers: [] })],
        triggers: [],
        omitted: [
          { kind: 'Trigger', reason: 'forbidden', message: 'list triggers' },
        ],
      }),
    );
    expect(tagsOf(api)).toEqual(['ours']);
    expect(seen.at(-1)).toContain('"unconfirmed":true');
  });
});

describe('the example of the README', () => {
  it('is what runs here', () => {
    const read = (path: string) =>
      readFileSync(join(__dirname, '../..', path), 'utf8');
    const example = read('src/__testUtils__/transformerOfReadme.ts').replace(
      "'..'",
      "'backstage-plugin-catalog-backend-module-knative-event-mesh'",
    );
    const blocks = [...read('README.md').matchAll(/```ts\n([^]*?)```/g)];
    expect(blocks.map(([, code]) => code.replace(/\s+/g, ' '))).toContainEqual(
      example.replace(/\s+/g, ' '),
    );
  });

  it('tags what the catalog shows, and leaves out what it says', async () => {
    const service = await startTestService(
      eventMesh({
        sources: [source(), source({ namespace: 'load-tests' })],
      }),
    );
    const scheduler = manualScheduler();
    const backend = await startCatalog(
      { dev: { baseUrl: service.url, token: 'abc' } },
      [transformerOfReadme, catalogModuleKnativeEventMesh, scheduler.feature],
    );
    try {
      await scheduler.run('KnativeEventMeshEntityProvider:dev:refresh');
      await eventually(
        async () => (await catalogEntity(backend, brokerRef))?.metadata.tags,
        ['knative', 'broker'],
      );
      const sourceIn = (namespace: string) =>
        catalogEntity(backend, `component:${namespace}/clock-pingsource`);
      await eventually(async () => Boolean(await sourceIn('payments')), true);
      expect(await sourceIn('load-tests')).toBeUndefined();
    } finally {
      await backend.stop();
      await service.stop();
    }
  }, 60_000);
});
