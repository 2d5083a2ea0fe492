import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  MetricsServiceObservableCallback,
  MetricsServiceObservableGauge,
} from '@backstage/backend-plugin-api/alpha';
import {
  connectProvider,
  keepingLogger,
} from './__testUtils__/connectProvider';
import {
  startTestService,
  type TestService,
} from './__testUtils__/testBackend';
import { testCatalog } from './__testUtils__/testCatalog';
import { createMeshMetrics } from './metrics';
import { channel, eventMesh, source } from './testUtils';

describe('the metrics', () => {
  let service: TestService;
  const callbacks = new Map<string, MetricsServiceObservableCallback>();
  const metrics = metricsServiceMock.mock({
    createObservableGauge: name =>
      ({
        addCallback: (callback: MetricsServiceObservableCallback) =>
          callbacks.set(name, callback),
      } as unknown as MetricsServiceObservableGauge),
  });

  beforeEach(async () => {
    callbacks.clear();
    service = await startTestService(
      eventMesh({
        subscribables: [channel()],
        sources: [source()],
      }),
    );
  });

  afterEach(async () => {
    jest.restoreAllMocks();
    await service.stop();
  });

  async function observed() {
    const values: Record<string, number> = {};
    for (const [name, callback] of callbacks) {
      await callback({
        observe: (value: number, labels: object = {}) => {
          const key = Object.entries(labels).map(pair => pair.join('='));
          values[`${name.split('.').at(-1)} ${key.join(' ')}`] = value;
        },
      });
    }
    return values;
  }

  async function connect() {
    return connectProvider(
      testCatalog(),
      'dev',
      { dev: { baseUrl: service.url, token: 'abc' } },
      {
        logger: keepingLogger().logger,
        metrics: createMeshMetrics(metrics),
      },
    );
  }

  it('tell how large the mesh is and how much of it is linked', async () => {
    const poll = await connect();
    expect(await observed()).toEqual({});

    await poll();
    const { 'last_good_poll environment=dev': lastGoodPoll, ...values } =
      await observed();
    expect(values).toEqual({
      'objects environment=dev kind=eventType': 1,
      'objects environment=dev kind=broker': 1,
      'objects environment=dev kind=channel': 1,
      'objects environment=dev kind=source': 1,
      'objects environment=dev kind=sink': 0,
      'objects environment=dev kind=flow': 0,
      'objects environment=dev kind=trigger': 1,
      'objects environment=dev kind=subscription': 0,
      'objects environment=dev kind=policy': 0,
      'subscribers environment=dev linked=true': 0,
      'subscribers environment=dev linked=false': 1,
      'entities_kept environment=dev': 0,
    });
    expect(Math.abs(lastGoodPoll - Date.now() / 1_000)).toBeLessThan(60);
  });

  it('tell of what is kept in doubt', async () => {
    const poll = await connect();
    await poll();
    service.answer.body = eventMesh({
      eventTypes: [],
      brokers: [],
      triggers: [],
    });
    await poll();
    expect(await observed()).toMatchObject({
      'objects environment=dev kind=broker': 0,
      'entities_kept environment=dev': 4,
    });
  });

  it('do not tell for ever what was true once', async () => {
    const poll = await connect();
    await poll();
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 11 * 60_000);
    expect(Object.keys(await observed())).not.toEqual([]);
    jest.spyOn(Date, 'now').mockReturnValue(now + 12 * 60_000 + 30_000);
    expect(await observed()).toEqual({});
  });

  it('go on when nothing has changed, and stop when polls fail', async () => {
    const poll = await connect();
    await poll();
    const now = Date.now();
    jest.spyOn(Date, 'now').mockReturnValue(now + 10 * 60_000);
    await poll();
    jest.spyOn(Date, 'now').mockReturnValue(now + 20 * 60_000);
    expect(Object.keys(await observed())).toHaveLength(13);
    service.answer = { status: 503, body: { error: 'no' } };
    await expect(poll()).rejects.toThrow('503');
    jest.spyOn(Date, 'now').mockReturnValue(now + 23 * 60_000);
    expect(await observed()).toEqual({});
  });
});
