import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import {
  broker,
  channel,
  eventMesh,
  flow,
  meshReference,
  policy,
  sink,
  source,
  subscription,
  trigger,
} from '../testUtils';
import { assignFindings } from './assignFindings';
import { inOneTurn } from '../inTurns';
import { indexMesh } from './meshIndex';

const eventing = 'eventing.knative.dev';
const messaging = 'messaging.knative.dev';
const service = meshReference('', 'Service', 'fraud-detector');
const mailer = meshReference('', 'Service', 'mailer');

function findingOf(object: Finding['object']): Finding {
  return { code: 'a', severity: 'info', object, message: 'm', action: 'a' };
}

/** The entities that carry a finding of an object. */
function homesOf(
  object: Finding['object'],
  overrides: Parameters<typeof eventMesh>[0],
): string[] {
  const mesh = eventMesh({
    subscribables: [channel()],
    sources: [source()],
    sinks: [sink()],
    flows: [flow({ steps: [] })],
    policies: [policy()],
    ...overrides,
    findings: [findingOf(object)],
  });
  const index = indexMesh(mesh, { environment: 'dev' });
  const { of, withoutHome } = inOneTurn(assignFindings(mesh, index));
  const places = [
    meshReference(eventing, 'EventType', 'payment-received'),
    ...index.objects.map(({ reference }) => reference),
  ];
  return [
    ...places
      .filter(place => of(place).length > 0)
      .map(({ kind, name }) => `${kind} ${name}`),
    ...withoutHome.map(() => 'environment'),
  ];
}

describe('assignFindings', () => {
  const fromBroker = { triggers: [trigger()] };
  const fromChannel = { subscriptions: [subscription()] };
  const backing = meshReference(messaging, 'InMemoryChannel', 'orders');

  it.each<[string, Finding['object'], Parameters<typeof eventMesh>[0], string]>(
    [
      [
        'an event type',
        meshReference(eventing, 'EventType', 'payment-received'),
        {},
        'EventType payment-received',
      ],
      [
        'a broker',
        meshReference(eventing, 'Broker', 'default'),
        {},
        'Broker default',
      ],
      [
        'a trigger',
        meshReference(eventing, 'Trigger', 'fraud'),
        fromBroker,
        'Broker default',
      ],
      [
        'a trigger of a broker that is not there',
        meshReference(eventing, 'Trigger', 'fraud'),
        { brokers: [] },
        'environment',
      ],
      [
        'a channel',
        meshReference(messaging, 'Channel', 'orders'),
        {},
        'Channel orders',
      ],
      [
        'what backs a channel',
        backing,
        { subscribables: [channel({ backing })] },
        'Channel orders',
      ],
      [
        'a subscription',
        meshReference(messaging, 'Subscription', 'check'),
        fromChannel,
        'Channel orders',
      ],
      [
        'a source',
        meshReference('sources.knative.dev', 'PingSource', 'clock'),
        {},
        'PingSource clock',
      ],
      [
        'a sink',
        meshReference('sinks.knative.dev', 'JobSink', 'archive'),
        {},
        'JobSink archive',
      ],
      [
        'a flow',
        meshReference('flows.knative.dev', 'Sequence', 'screening'),
        {},
        'Sequence screening',
      ],
      [
        'a policy',
        meshReference(eventing, 'EventPolicy', 'only-us'),
        {},
        'environment',
      ],
      [
        'a subscriber of two triggers of one broker',
        service,
        { triggers: [trigger(), trigger({ name: 'other' })] },
        'Broker default',
      ],
      [
        'a subscriber of one channel',
        service,
        { triggers: [], ...fromChannel },
        'Channel orders',
      ],
      [
        'a subscriber of a broker and a channel',
        service,
        { ...fromBroker, ...fromChannel },
        'environment',
      ],
      [
        'a step of a flow',
        mailer,
        {
          flows: [
            flow({
              steps: [{ subscriber: { reference: mailer, found: 'yes' } }],
            }),
          ],
        },
        'Sequence screening',
      ],
      [
        'a dead letter sink of a broker',
        mailer,
        {
          brokers: [
            broker({
              delivery: {
                deadLetterSink: { reference: mailer, found: 'yes' },
                settings: [],
              },
            }),
          ],
        },
        'Broker default',
      ],
      ['something that nothing reaches', mailer, {}, 'environment'],
      [
        'a namesake in another group',
        meshReference('example.com', 'Broker', 'default'),
        {},
        'environment',
      ],
      [
        'a name of a prototype',
        meshReference(eventing, 'Broker', '__proto__'),
        {},
        'environment',
      ],
    ],
  )('puts that of %s where it belongs', (_, object, mesh, home) => {
    expect(homesOf(object, mesh)).toEqual([home]);
  });
});
