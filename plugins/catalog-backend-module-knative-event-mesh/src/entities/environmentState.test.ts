import {
  channel,
  eventMesh,
  flow,
  policy,
  sink,
  source,
  subscription,
} from '../testUtils';
import { environmentState } from './environmentState';

const rest = { linkCoverage: { linked: 0, total: 0 }, findings: [] };

describe('environmentState', () => {
  it('counts objects of every kind', () => {
    const { counts } = environmentState(
      eventMesh({
        subscribables: [channel(), channel({ name: 'b' })],
        sources: [source()],
        sinks: [sink()],
        flows: [flow(), flow({ kind: 'Parallel' })],
        subscriptions: [subscription()],
        policies: [policy()],
      }),
      'dev',
      rest,
    );
    expect(counts.map(({ kind, count }) => `${count} ${kind}`)).toEqual([
      '1 Broker',
      '2 Channel',
      '1 EventPolicy',
      '1 EventType',
      '1 JobSink',
      '1 Parallel',
      '1 PingSource',
      '1 Sequence',
      '1 Subscription',
      '1 Trigger',
    ]);
  });

  it('does not count what the answer has no list of', () => {
    const { counts } = environmentState(
      eventMesh({
        triggers: undefined,
        subscriptions: undefined,
        policies: undefined,
      }),
      'dev',
      rest,
    );
    expect(counts.map(({ kind }) => kind)).toEqual(['Broker', 'EventType']);
  });

  it('tells who may send to what, in an order of its own', () => {
    const to = (name: string) => ({ group: 'a', kind: 'Broker', name });
    const { policies } = environmentState(
      eventMesh({
        policies: [
          policy({
            to: [to('b'), to('a'), { group: 'a', kind: 'A', selector: 'x=y' }],
            subjects: ['b', 'a', 'b'],
            readiness: { status: 'False', stale: false },
          }),
        ],
      }),
      'dev',
      rest,
    );
    expect(policies).toEqual([
      {
        namespace: 'payments',
        name: 'only-us',
        to: [{ group: 'a', kind: 'A', selector: 'x=y' }, to('a'), to('b')],
        subjects: ['a', 'b'],
        readiness: { status: 'False', stale: false },
      },
    ]);
  });
});
