import {
  brokerEntity,
  channelEntity,
  flowEntity,
  linkedService,
  makeConsumer,
  sourceEntity,
  unlinkedService,
} from '../__testUtils__/entities';
import { otherLinksOf } from './otherLinksOf';

const ledger = linkedService('ledger');
const { destination: subscriber, link } = ledger;
const mailer = linkedService('mailer');
const { via: trigger } = makeConsumer();
const subscription = {
  kind: 'Subscription',
  namespace: 'payments',
  name: 'orders-to-ledger',
  filter: [],
};

function textsOf(...entities: Parameters<typeof otherLinksOf>[1]) {
  return otherLinksOf('component:default/ledger', entities).map(
    ({ way, text }) => [way, text],
  );
}

describe('otherLinksOf', () => {
  it('names the object and its entity', () => {
    expect(
      otherLinksOf('component:default/ledger', [
        sourceEntity({ sink: ledger }),
      ]),
    ).toEqual([
      {
        way: 'in',
        entityRef: 'component:payments/nightly-pingsource',
        reference: {
          group: 'sources.knative.dev',
          kind: 'PingSource',
          namespace: 'payments',
          name: 'nightly',
        },
        text: 'Sends its events here directly.',
      },
    ]);
  });

  it('finds dead letters once where triggers inherit them', () => {
    const inherited = {
      deadLetterSink: ledger,
      deadLetterSinkFrom: 'broker' as const,
      settings: [],
    };
    expect(
      textsOf(
        brokerEntity({
          delivery: { ...inherited, deadLetterSinkFrom: 'own' },
          triggers: [
            {
              via: { ...trigger, delivery: inherited },
              subscriber: mailer.destination,
              link: mailer.link,
              eventTypes: [],
            },
            {
              via: {
                ...trigger,
                name: 'to-mailer',
                delivery: { ...inherited, deadLetterSinkFrom: 'own' },
              },
              subscriber: mailer.destination,
              link: mailer.link,
              eventTypes: [],
            },
          ],
        }),
      ),
    ).toEqual([
      ['deadLetter', 'What it cannot deliver comes here.'],
      ['deadLetter', 'What Trigger to-mailer cannot deliver comes here.'],
    ]);
  });

  it('leaves to the event types what passes some that are declared', () => {
    const eventTypes = [
      {
        entityRef: 'api:payments/paid',
        type: 'com.example.paid',
        match: 'yes' as const,
        reasons: [],
      },
    ];
    expect(
      textsOf(
        channelEntity({
          subscriptions: [
            { via: subscription, subscriber, link, eventTypes },
            {
              via: { ...subscription, name: 'other', reply: ledger },
              subscriber,
              link,
              eventTypes: [],
            },
          ],
        }),
      ),
    ).toEqual([
      [
        'in',
        'Subscription other delivers here; it passes no event type that is declared.',
      ],
      ['in', 'What the subscriber of Subscription other answers comes here.'],
    ]);
  });

  it('finds each part in a flow', () => {
    expect(
      textsOf(
        flowEntity('Parallel', {
          steps: [
            { subscriber: mailer },
            {
              filter: ledger,
              subscriber: ledger,
              reply: ledger,
              delivery: { deadLetterSink: ledger, settings: [] },
            },
          ],
          reply: ledger,
        }),
        flowEntity('Sequence', { steps: [{ subscriber: ledger }] }),
      ),
    ).toEqual([
      ['in', 'This component decides what enters branch 2.'],
      ['in', 'This component is branch 2.'],
      ['in', 'What branch 2 answers comes here.'],
      ['deadLetter', 'What cannot be delivered to branch 2 comes here.'],
      ['in', 'What comes out of it comes here.'],
      ['in', 'This component is step 1.'],
    ]);
  });

  it('finds what sends in its name', () => {
    expect(
      textsOf(
        sourceEntity(
          { workloads: [unlinkedService('a'), ledger] },
          'SinkBinding',
        ),
      ),
    ).toEqual([['out', 'Sends events in the name of this component.']]);
  });
});
