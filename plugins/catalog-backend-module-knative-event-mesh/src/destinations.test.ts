import {
  broker,
  channel,
  eventMesh,
  flow,
  source,
  subscription,
  trigger,
} from './testUtils';
import { destinationsOf } from './destinations';

const to = (kubernetesId: string) => ({ kubernetesId, found: 'yes' as const });
const deadLetters = (kubernetesId: string) => ({
  deadLetterSink: to(kubernetesId),
  settings: [],
});

describe('destinationsOf', () => {
  it('finds destinations wherever a mesh may name one', () => {
    const mesh = eventMesh({
      brokers: [broker({ delivery: deadLetters('broker') })],
      subscribables: [channel({ delivery: deadLetters('channel') })],
      sources: [
        source({
          destination: to('sink'),
          delivery: deadLetters('source, dead letters'),
          workloads: [to('workload 1'), to('workload 2')],
        }),
      ],
      triggers: [
        trigger({
          subscriber: to('trigger'),
          delivery: deadLetters('trigger, dead letters'),
        }),
      ],
      subscriptions: [
        subscription({
          subscriber: to('subscription'),
          reply: to('subscription, reply'),
          delivery: deadLetters('subscription, dead letters'),
        }),
      ],
      flows: [
        flow({
          steps: [
            {
              filter: to('step, filter'),
              subscriber: to('step'),
              reply: to('step, reply'),
              delivery: deadLetters('step, dead letters'),
            },
          ],
          reply: to('flow, reply'),
          delivery: deadLetters('flow, dead letters'),
        }),
      ],
    });
    const found = [...destinationsOf(mesh)];
    expect(found.map(({ kubernetesId }) => kubernetesId)).toEqual([
      'broker',
      'channel',
      'trigger',
      'trigger, dead letters',
      'subscription',
      'subscription, reply',
      'subscription, dead letters',
      'sink',
      'source, dead letters',
      'workload 1',
      'workload 2',
      'step, filter',
      'step',
      'step, reply',
      'step, dead letters',
      'flow, reply',
      'flow, dead letters',
    ]);
  });

  it('finds nothing where nothing is named', () => {
    expect([
      ...destinationsOf(
        eventMesh({
          triggers: undefined,
          subscriptions: undefined,
          flows: undefined,
          sources: [source({ destination: undefined })],
        }),
      ),
    ]).toEqual([]);
  });
});
