import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { factOf } from '../../__testUtils__/factOf';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  brokerEntity,
  makeConsumer,
  received,
  unlinkedService,
} from '../../__testUtils__/entities';

describe('BrokerFlow', () => {
  it('shows what each trigger passes on', async () => {
    const { via, subscriber, link } = makeConsumer();
    renderEventFlowCard(
      brokerEntity({
        triggers: [
          {
            via,
            subscriber,
            link,
            eventTypes: [
              {
                entityRef: 'api:payments/payment-received',
                type: received.type,
                match: 'maybe',
                reasons: [
                  { code: 'attributeOptional', text: 'May come without it.' },
                  { code: 'filterSkipped', text: 'Kafka leaves it out.' },
                ],
              },
            ],
          },
        ],
      }),
    );

    const triggers = await screen.findByRole('table', { name: 'Triggers' });
    expect(
      within(triggers).getByRole('link', { name: received.type }),
    ).toHaveAttribute('href', '/catalog/payments/api/payment-received');
    expect(within(triggers).getByText('May pass')).toBeInTheDocument();
    expect(within(triggers).getByText('May come without it.')).toBeVisible();
    expect(
      within(triggers).getByText('Note: Kafka leaves it out.'),
    ).toBeVisible();
    expect(
      within(triggers).getByRole('link', { name: /ledger/ }),
    ).toBeInTheDocument();
  });

  it('shows what holds for all of its triggers, who sends, and who may', async () => {
    renderEventFlowCard(
      brokerEntity({
        readiness: { status: 'True', stale: false },
        delivery: {
          deadLetterSink: unlinkedService('dead-letters'),
          deadLetterSinkFrom: 'own',
          settings: [{ name: 'retry', value: '3', from: 'own' }],
        },
        authorization: { enforced: 'no', policies: [] },
        senders: [
          {
            reference: {
              group: 'sources.knative.dev',
              kind: 'PingSource',
              namespace: 'payments',
              name: 'nightly',
            },
            entityRef: 'component:payments/nightly-pingsource',
            as: 'source',
          },
          {
            reference: {
              group: 'messaging.knative.dev',
              kind: 'Subscription',
              namespace: 'payments',
              name: 'orders-to-ledger',
            },
            as: 'reply',
          },
        ],
      }),
    );

    expect(await screen.findByText('No triggers')).toBeVisible();
    expect(factOf('If delivery fails')).toHaveTextContent(
      '3 retries, then to dead letter sink Service payments/dead-letters',
    );
    expect(factOf('Who may send')).toHaveTextContent(/^Everybody/);
    expect(factOf('Address')).toHaveTextContent(
      'http://broker-ingress.knative-eventing.svc/payments/default',
    );
    const [, source, reply] = within(
      screen.getByRole('table', { name: 'Senders' }),
    ).getAllByRole('row');
    expect(
      within(source).getByRole('link', { name: /PingSource payments/ }),
    ).toHaveAttribute('href', '/catalog/payments/component/nightly-pingsource');
    expect(source).toHaveTextContent('Sends to it.');
    expect(reply).toHaveTextContent('what its subscriber answers');
  });

  it('does not take what is not known for nothing', async () => {
    renderEventFlowCard(brokerEntity({ address: undefined }));

    expect(await screen.findByText('Senders not known')).toBeVisible();
    expect(factOf('If delivery fails')).toHaveTextContent('not known');
    expect(factOf('Who may send')).toHaveTextContent('Not known.');
    expect(factOf('Address')).toHaveTextContent('None: it takes no events.');
  });

  it('shows the worst of many findings first', async () => {
    const object = {
      group: 'eventing.knative.dev',
      kind: 'Broker',
      namespace: 'payments',
      name: 'default',
    };
    renderEventFlowCard(
      brokerEntity({
        findings: [
          ...Array.from({ length: 6 }, (_, index) => ({
            code: 'unlinkedSubscriber',
            severity: 'info' as const,
            object,
            message: `Subscriber ${index} is not linked.`,
            action: 'Add the label.',
          })),
          {
            code: 'brokerNotReady',
            severity: 'error',
            object,
            message: 'The broker is not ready.',
            action: 'Look at its status.',
          },
        ],
      }),
    );

    expect(await screen.findByText('The broker is not ready.')).toBeVisible();
    expect(screen.getByText('Subscriber 3 is not linked.')).toBeVisible();
    expect(screen.getByText('Subscriber 4 is not linked.')).not.toBeVisible();
    await userEvent.click(
      screen.getByRole('button', { name: '2 more findings' }),
    );
    expect(screen.getByText('Subscriber 4 is not linked.')).toBeVisible();
  });

  it('lets the consumer of one of 200 triggers be found', async () => {
    const { via, subscriber, link } = makeConsumer();
    const triggers = Array.from({ length: 200 }, (_, index) => ({
      via: { ...via, name: `trigger-${index}` },
      subscriber,
      link:
        index === 150
          ? {
              state: 'linked' as const,
              components: ['component:default/mailer'],
            }
          : link,
      eventTypes: [],
    }));
    renderEventFlowCard(brokerEntity({ triggers }));

    expect(await screen.findByText('200 triggers')).toBeVisible();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search triggers' }),
      'mailer',
    );
    expect(
      within(screen.getByRole('table', { name: 'Triggers' })).getAllByRole(
        'rowheader',
      ),
    ).toHaveLength(1);
    expect(screen.getByText('trigger-150')).toBeVisible();
  });
});
