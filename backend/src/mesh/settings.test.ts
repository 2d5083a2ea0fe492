import { parseSettings } from './settings';

const sources = (kind: string) => ({ group: 'sources.knative.dev', kind });
const kafkaSink = { group: 'eventing.knative.dev', kind: 'KafkaSink' };

describe('parseSettings', () => {
  it.each([
    [
      sources('KafkaSource'),
      { topics: ['b', 'a'], consumerGroup: 'g', bootstrapServers: ['secret'] },
      { consumerGroup: 'g', topics: 'b, a' },
    ],
    [sources('KafkaSource'), { topics: [] }, {}],
    [
      sources('PingSource'),
      { schedule: '* * * * *', timezone: 'Europe/Berlin', data: 'secret' },
      { schedule: '* * * * *', timezone: 'Europe/Berlin' },
    ],
    [
      sources('ApiServerSource'),
      {
        mode: 'Resource',
        serviceAccountName: 'x',
        resources: [
          { apiVersion: 'apps/v1', kind: 'Deployment' },
          {
            apiVersion: 'v1',
            kind: 'Pod',
            selector: { matchLabels: { app: 'shop' } },
          },
        ],
      },
      { mode: 'Resource', resources: 'apps/v1 Deployment, v1 Pod (app=shop)' },
    ],
    [kafkaSink, { topic: 't', auth: {} }, { topic: 't' }],
    [sources('RabbitmqSource'), { topics: ['a'], schedule: 'x' }, {}],
    [{ group: 'acme.example', kind: 'PingSource' }, { schedule: 'x' }, {}],
    [sources('constructor'), { schedule: 'x' }, {}],
    [kafkaSink, undefined, {}],
  ])('%j %j', (kind, spec, expected) => {
    const settings = parseSettings(kind, { spec });
    expect(settings).toEqual(
      Object.entries(expected).map(([name, value]) => ({ name, value })),
    );
  });

  it.each([
    [sources('KafkaSource'), { topics: 'a' }, 'topics is not a list'],
    [
      sources('KafkaSource'),
      { topics: [7] },
      'an element of topics is not text',
    ],
    [sources('PingSource'), { schedule: 7 }, 'schedule is not text'],
    [
      sources('ApiServerSource'),
      { resources: ['v1 Pod'] },
      'an element of resources is not an object',
    ],
    [
      sources('ApiServerSource'),
      { resources: [{ kind: 'Pod' }] },
      'apiVersion is missing',
    ],
  ])('refuses %j %j', (kind, spec, message) => {
    expect(() => parseSettings(kind, { spec })).toThrow(message);
  });
});
