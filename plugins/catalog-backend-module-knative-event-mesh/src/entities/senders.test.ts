import {
  broker,
  channel,
  eventMesh,
  flow,
  meshReference,
  sink,
  source,
  subscription,
  trigger,
} from '../testUtils';
import { inOneTurn } from '../inTurns';
import { indexMesh } from './meshIndex';
import { collectSenders } from './senders';

const archive = {
  reference: meshReference('sinks.knative.dev', 'JobSink', 'archive'),
  found: 'yes' as const,
};
const deadLetters = (deadLetterSinkFrom: 'own' | 'broker' | 'channel') => ({
  deadLetterSink: archive,
  deadLetterSinkFrom,
  settings: [],
});
const step = { subscriber: archive };

const dev = { environment: 'dev' };

type Mesh = Parameters<typeof eventMesh>[0];

function sendersOf(overrides: Mesh): string[] {
  const mesh = eventMesh({
    eventTypes: [],
    triggers: [],
    sinks: [sink()],
    ...overrides,
  });
  const index = indexMesh(mesh, dev);
  const all = inOneTurn(collectSenders(mesh, index));
  return (all.get('component:payments/archive-jobsink') ?? []).map(
    ({ reference, entityRef, as }) =>
      `${as} ${reference.group} ${reference.kind} ${reference.name} ${
        entityRef ?? 'without entity'
      }`,
  );
}

describe('collectSenders', () => {
  it.each<[string, Mesh, string[]]>([
    ['nothing', {}, []],
    [
      'a source',
      { sources: [source({ destination: archive })] },
      [
        'source sources.knative.dev PingSource clock component:payments/clock-pingsource',
      ],
    ],
    [
      'a dead letter sink of a source, and of a flow',
      {
        sources: [source({ delivery: deadLetters('own') })],
        flows: [flow({ steps: [], delivery: deadLetters('own') })],
      },
      [
        'deadLetter sources.knative.dev PingSource clock component:payments/clock-pingsource',
        'deadLetter flows.knative.dev Sequence screening component:payments/screening-sequence',
      ],
    ],
    [
      'a source of which only the upstream field tells',
      {
        sources: [source({ destination: undefined, sink: archive.reference })],
      },
      [],
    ],
    [
      'a trigger to it',
      { triggers: [trigger({ subscriber: archive })] },
      ['subscriber eventing.knative.dev Trigger fraud without entity'],
    ],
    [
      'a dead letter sink of a trigger',
      { triggers: [trigger({ delivery: deadLetters('own') })] },
      ['deadLetter eventing.knative.dev Trigger fraud without entity'],
    ],
    [
      'a dead letter sink that triggers take over from their broker',
      {
        brokers: [broker({ delivery: deadLetters('own') })],
        triggers: [
          trigger({ delivery: deadLetters('broker') }),
          trigger({ name: 'other', delivery: deadLetters('broker') }),
        ],
      },
      [
        'deadLetter eventing.knative.dev Broker default component:payments/default-broker',
      ],
    ],
    [
      'a subscription in every way',
      {
        subscribables: [channel({ delivery: deadLetters('own') })],
        subscriptions: [
          subscription({
            subscriber: archive,
            reply: archive,
            delivery: deadLetters('own'),
          }),
          subscription({ name: 'b', delivery: deadLetters('channel') }),
        ],
      },
      [
        'deadLetter messaging.knative.dev Channel orders component:payments/orders-channel',
        'deadLetter messaging.knative.dev Subscription check without entity',
        'reply messaging.knative.dev Subscription check without entity',
        'subscriber messaging.knative.dev Subscription check without entity',
      ],
    ],
    [
      'a flow in every way, each once',
      {
        flows: [
          flow({
            steps: [
              step,
              step,
              { filter: archive, reply: archive, delivery: deadLetters('own') },
            ],
            reply: archive,
          }),
        ],
      },
      [
        'deadLetter flows.knative.dev Sequence screening component:payments/screening-sequence',
        'reply flows.knative.dev Sequence screening component:payments/screening-sequence',
        'subscriber flows.knative.dev Sequence screening component:payments/screening-sequence',
      ],
    ],
  ])('with %s', (_, mesh, expected) => {
    expect(sendersOf(mesh)).toEqual(expected);
  });

  it('knows of no sender to what the mesh does not contain', () => {
    const mesh = eventMesh({ sources: [source({ destination: archive })] });
    const senders = collectSenders(mesh, indexMesh(mesh, dev));
    expect(inOneTurn(senders).size).toBe(0);
  });
});
