import { screen, within } from '@testing-library/react';
import { factOf } from '../../__testUtils__/factOf';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  channelEntity,
  linkedService,
  makeConsumer,
  received,
} from '../../__testUtils__/entities';

describe('ChannelFlow', () => {
  it('shows where each subscription delivers, and where answers go', async () => {
    const { subscriber, link } = makeConsumer();
    renderEventFlowCard(
      channelEntity({
        backing: {
          group: 'messaging.knative.dev',
          kind: 'InMemoryChannel',
          namespace: 'payments',
          name: 'orders',
        },
        readiness: {
          status: 'False',
          reason: 'BackingChannelNotReady',
          stale: false,
        },
        delivery: {
          deadLetterSink: linkedService('dead-letters'),
          deadLetterSinkFrom: 'own',
          settings: [],
        },
        subscriptions: [
          {
            via: {
              kind: 'Subscription',
              namespace: 'payments',
              name: 'orders-to-ledger',
              filter: [],
              delivery: {
                deadLetterSink: linkedService('dead-letters'),
                deadLetterSinkFrom: 'channel',
                settings: [],
              },
              reply: linkedService('answers'),
              readiness: {
                status: 'False',
                reason: 'NotSubscribed',
                stale: false,
              },
              channelReadiness: { status: 'Unknown', stale: false },
            },
            subscriber,
            link,
            eventTypes: [
              {
                entityRef: 'api:payments/payment-received',
                type: received.type,
                match: 'yes',
                reasons: [],
              },
            ],
          },
        ],
      }),
    );

    expect(await screen.findByText('1 subscription')).toBeVisible();
    expect(screen.getByText('Not ready: BackingChannelNotReady')).toBeVisible();
    expect(factOf('Backed by')).toHaveTextContent(
      'InMemoryChannel payments/orders',
    );
    expect(factOf('If delivery fails')).toHaveTextContent(
      'Dead letter sink dead-letters',
    );
    const [, row] = within(
      screen.getByRole('table', { name: 'Subscriptions' }),
    ).getAllByRole('row');
    expect(row).toHaveTextContent(/^orders-to-ledger/);
    expect(row).toHaveTextContent('Not ready: NotSubscribed');
    expect(row).toHaveTextContent('Channel: Readiness unknown');
    expect(row).toHaveTextContent('If delivery fails: as the channel says.');
    expect(row).toHaveTextContent('Answers go to answers');
    expect(
      within(row).getByRole('link', { name: received.type }),
    ).toHaveAttribute('href', '/catalog/payments/api/payment-received');
    expect(within(row).getByRole('link', { name: /ledger/ })).toBeVisible();
  });

  it('says when nobody has subscribed', async () => {
    renderEventFlowCard(channelEntity());

    expect(await screen.findByText('No subscriptions')).toBeVisible();
    expect(
      screen.getByText('No subscription takes events from this channel.'),
    ).toBeVisible();
  });
});
