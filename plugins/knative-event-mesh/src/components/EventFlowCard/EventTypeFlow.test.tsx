import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  eventTypeEntity,
  linkedService,
  makeConsumer,
  received,
  unlinkedService,
} from '../../__testUtils__/entities';

describe('EventTypeFlow', () => {
  it('shows the provider and each consumer with trigger, filter and verdict', async () => {
    renderEventFlowCard(eventTypeEntity(received, [makeConsumer()]));

    expect(await screen.findByText('1 consumer')).toBeInTheDocument();
    expect(
      screen.getByRole('link', { name: /Broker payments\/default/ }),
    ).toHaveAttribute('href', '/catalog/payments/component/default-broker');
    const consumers = screen.getByRole('table', { name: 'Consumers' });
    expect(
      within(consumers).getByRole('link', { name: /ledger/ }),
    ).toHaveAttribute('href', '/catalog/default/component/ledger');
    expect(within(consumers).getByText('Receives')).toBeInTheDocument();
    expect(within(consumers).getByText('to-ledger')).toBeInTheDocument();
    expect(consumers).toHaveTextContent('type = com.example.payment.received');
  });

  it('says whether the event type itself is ready, and why not', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [], {
        readiness: {
          status: 'False',
          stale: false,
          reason: 'BrokerDoesNotExist',
          message: 'There is no Broker default.',
        },
      }),
    );

    expect(
      await screen.findByText('The EventType: Not ready: BrokerDoesNotExist'),
    ).toBeInTheDocument();
    expect(screen.getByText('There is no Broker default.')).toBeVisible();
  });

  it('says what is of an earlier poll', async () => {
    const link = {
      state: 'linked' as const,
      components: ['component:default/ledger'],
      unconfirmed: true,
    };
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({ link }),
        makeConsumer({
          via: { ...makeConsumer().via, name: 'confirmed' },
        }),
      ]),
    );

    const consumers = await screen.findByRole('table', { name: 'Consumers' });
    expect(within(consumers).getAllByText('Not confirmed')).toHaveLength(1);
  });

  it('says what an undecided match hangs on and does not count it', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          match: 'maybe',
          reasons: [
            {
              code: 'attributeNotDeclared',
              attribute: 'subject',
              text: 'Depends on subject, which the event type does not declare.',
            },
          ],
        }),
      ]),
    );

    expect(
      await screen.findByText('No consumers, 1 possible'),
    ).toBeInTheDocument();
    expect(screen.getByText('May receive')).toBeInTheDocument();
    expect(screen.getByText(/Depends on subject/)).toBeInTheDocument();
  });

  it('shows filters as a manifest has them', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          via: {
            kind: 'Trigger',
            namespace: 'payments',
            name: 'to-ledger',
            filter: [{ name: 'type', value: 'ignored' }],
            filters: JSON.stringify([
              { prefix: { type: 'com.example.' } },
              { cesql: `source = "a"` },
            ]),
          },
        }),
      ]),
    );

    const consumers = await screen.findByRole('table', { name: 'Consumers' });
    expect(consumers).toHaveTextContent(
      'filters: - prefix: type: com.example. - cesql: |- source = "a"',
    );
    expect(within(consumers).queryByText(/ignored/)).not.toBeInTheDocument();
    expect(screen.queryByRole('region', { name: /Filter of/ })).toBeNull();
  });

  it('lets long filters be scrolled with the keyboard, and says that they are cut', async () => {
    const [begin] = JSON.stringify([
      { cesql: `type IN (${"'a', ".repeat(5_000)}'z')` },
    ]).match(/^.{16384}/)!;
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          via: {
            kind: 'Trigger',
            namespace: 'payments',
            name: 'to-ledger',
            filter: [],
            filters: begin,
            filtersCut: true,
          },
        }),
      ]),
    );

    const region = await screen.findByRole('region', {
      name: 'Filter of Trigger payments/to-ledger',
    });
    region.focus();
    expect(region).toHaveFocus();
    expect(screen.getByText(/too long to be shown whole/)).toBeVisible();
  });

  it('shows a note on a certain match, and no doubt', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          reasons: [
            {
              code: 'filterSkipped',
              text: 'An empty value in `filter` asks for nothing.',
            },
          ],
        }),
      ]),
    );

    expect(await screen.findByText('1 consumer')).toBeInTheDocument();
    expect(screen.getByText('Receives')).toBeInTheDocument();
    expect(screen.getByText(/Note: An empty value in/)).toBeInTheDocument();
    expect(screen.queryByText('May receive')).not.toBeInTheDocument();
  });

  it('keeps the notes of an undecided match out of what it hangs on', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({ via: { ...makeConsumer().via, name: 'yes' } }),
        makeConsumer({
          match: 'maybe',
          reasons: [
            { code: 'attributeNotDeclared', text: 'It depends on country.' },
            { code: 'filtersIgnored', text: 'Only filter counts.' },
          ],
        }),
      ]),
    );

    expect(
      await screen.findByText('1 consumer, 1 possible'),
    ).toBeInTheDocument();
    const consumers = screen.getByRole('table', { name: 'Consumers' });
    const undecided = within(consumers).getAllByRole('row')[2];
    const [verdict, written] = within(undecided).getAllByRole('cell');
    expect(verdict).toHaveTextContent(/It depends on country/);
    expect(verdict).not.toHaveTextContent(/Only filter counts/);
    expect(written).toHaveTextContent(/Note: Only filter counts/);
  });

  it('shows a subscriber that is not linked, and what to add', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          link: {
            state: 'noKubernetesId',
            components: [],
            advice: 'Add the label backstage.io/kubernetes-id to the Service.',
          },
        }),
      ]),
    );

    expect(
      await screen.findByText('Service payments/ledger'),
    ).toBeInTheDocument();
    expect(screen.getByText('Not linked')).toBeInTheDocument();
    expect(screen.getByText(/Add the label/)).toBeInTheDocument();
  });

  it('shows that a trigger does not work', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          via: {
            kind: 'Trigger',
            namespace: 'payments',
            name: 'to-ledger',
            filter: [],
            readiness: {
              status: 'False',
              reason: 'SubscriberNotFound',
              stale: false,
            },
          },
        }),
      ]),
    );

    expect(
      await screen.findByText('Not ready: SubscriberNotFound'),
    ).toBeInTheDocument();
    expect(screen.getByText('every event')).toBeInTheDocument();
  });

  it('tells nobody consumes it from not assigned to a broker', async () => {
    const { unmount } = renderEventFlowCard(eventTypeEntity(received, []));
    expect(await screen.findByText('No consumers')).toBeInTheDocument();
    unmount();

    renderEventFlowCard(eventTypeEntity(received, [], { provider: undefined }));
    expect(
      await screen.findByText(/Not assigned to a broker/),
    ).toBeInTheDocument();
    expect(screen.queryByText('No consumers')).not.toBeInTheDocument();
  });

  it('does not say that nobody consumes what it could not read', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [], { consumers: undefined }),
    );

    expect(await screen.findByText('Consumers not known')).toBeVisible();
    expect(
      screen.getByText(/Broker payments\/default was not read/),
    ).toBeVisible();
    expect(screen.queryByText(/No trigger/)).not.toBeInTheDocument();
  });

  it('shows findings with what to do', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [], {
        findings: [
          {
            code: 'schemaNotUsable',
            severity: 'warning',
            object: {
              group: 'eventing.knative.dev',
              kind: 'EventType',
              namespace: 'payments',
              name: 'payment-received',
            },
            message: 'The schema has references.',
            action: 'Write it without $ref.',
          },
        ],
      }),
    );

    expect(
      await screen.findByText('The schema has references.'),
    ).toBeInTheDocument();
    expect(screen.getByText('Write it without $ref.')).toBeInTheDocument();
  });

  it('shows a schema that the definition does not hold, when asked to', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [], {
        rawSchema: '{ "$ref": "#/$defs/Payment" }',
      }),
    );

    await userEvent.click(
      await screen.findByRole('button', { name: 'Schema, as written' }),
    );
    expect(screen.getByText(/\$defs\/Payment/)).toBeVisible();
  });

  it('shows who sends it, and how that is known', async () => {
    const group = 'sources.knative.dev';
    renderEventFlowCard(
      eventTypeEntity(received, [], {
        origin: 'source',
        producers: [
          {
            via: {
              group,
              kind: 'KafkaSource',
              namespace: 'payments',
              name: 'legacy',
            },
            match: 'maybe',
            evidence: 'ceAttributes',
            entityRef: 'component:payments/legacy-kafkasource',
            workloads: [],
          },
          {
            via: {
              group,
              kind: 'SinkBinding',
              namespace: 'payments',
              name: 'checkout',
            },
            match: 'yes',
            evidence: 'ownerReference',
            entityRef: 'component:payments/checkout-sinkbinding',
            workloads: [linkedService('checkout')],
          },
        ],
      }),
    );

    expect(await screen.findByText('1 producer, 1 possible')).toBeVisible();
    expect(
      screen.getByText(/created this event type for a source/),
    ).toBeVisible();
    const [, certain, possible] = within(
      screen.getByRole('table', { name: 'Producers' }),
    ).getAllByRole('row');
    expect(
      within(certain).getByRole('link', { name: 'checkout' }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
    expect(
      within(certain).getByRole('link', {
        name: 'SinkBinding payments/checkout',
      }),
    ).toHaveAttribute(
      'href',
      '/catalog/payments/component/checkout-sinkbinding',
    );
    expect(certain).toHaveTextContent('Sends');
    expect(certain).toHaveTextContent(
      'Knative has created the event type for this SinkBinding.',
    );
    expect(possible).toHaveTextContent('May send');
    expect(possible).toHaveTextContent('depends on what it takes in');
    expect(
      within(possible).getByRole('link', {
        name: 'KafkaSource payments/legacy',
      }),
    ).toHaveAttribute('href', '/catalog/payments/component/legacy-kafkasource');
  });

  it('does not say that nobody sends what is not known to be sent', async () => {
    renderEventFlowCard(eventTypeEntity(received, []));

    expect(await screen.findByText('Producers not known')).toBeVisible();
    expect(screen.getByText(/leaves no trace in the cluster/)).toBeVisible();
    expect(screen.queryByText(/No producers/)).not.toBeInTheDocument();
  });

  it('names a producer that only a catalog file knows of', async () => {
    renderEventFlowCard({
      ...eventTypeEntity(received, []),
      relations: [
        {
          type: 'apiProvidedBy',
          targetRef: 'component:payments/default-broker',
        },
        { type: 'apiProvidedBy', targetRef: 'component:default/checkout' },
      ],
    });

    expect(await screen.findByText(/as catalog files say, by/)).toBeVisible();
    expect(screen.getByRole('link', { name: 'checkout' })).toBeVisible();
    expect(
      screen.queryByRole('link', { name: 'default-broker' }),
    ).not.toBeInTheDocument();
  });

  it('says what happens when delivery fails, and who says so', async () => {
    const { via } = makeConsumer();
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          via: {
            ...via,
            name: 'a',
            delivery: {
              deadLetterSink: linkedService('dead-letters'),
              deadLetterSinkFrom: 'broker',
              settings: [
                { name: 'retry', value: '5', from: 'own' },
                { name: 'backoffPolicy', value: 'exponential', from: 'own' },
                { name: 'backoffDelay', value: 'PT0.5S', from: 'own' },
              ],
            },
          },
        }),
        makeConsumer({
          via: { ...via, name: 'b', delivery: { settings: [] } },
        }),
        makeConsumer({ via: { ...via, name: 'c' } }),
      ]),
    );

    const [, inherited, dropped, unknown] = within(
      await screen.findByRole('table', { name: 'Consumers' }),
    ).getAllByRole('row');
    expect(inherited).toHaveTextContent(
      'If delivery fails: 5 retries, exponential back-off from 0.5 s, then to dead letter sink dead-letters (set on the broker)',
    );
    expect(
      within(inherited).getByRole('link', { name: 'dead-letters' }),
    ).toHaveAttribute('href', '/catalog/default/component/dead-letters');
    expect(dropped).toHaveTextContent(
      'If delivery fails: Dropped: no dead letter sink',
    );
    expect(unknown).toHaveTextContent('If delivery fails: not known');
  });

  it('shows consumers of a channel and direct ones', async () => {
    renderEventFlowCard(
      eventTypeEntity(received, [
        makeConsumer({
          via: {
            kind: 'Subscription',
            namespace: 'payments',
            name: 'orders-to-ledger',
            filter: [],
            reply: unlinkedService('answers'),
          },
        }),
        makeConsumer({
          via: {
            group: 'sinks.knative.dev',
            kind: 'JobSink',
            namespace: 'payments',
            name: 'archive',
            filter: [],
          },
        }),
      ]),
    );

    const [, subscribed, direct] = within(
      await screen.findByRole('table', { name: 'Consumers' }),
    ).getAllByRole('row');
    expect(subscribed).toHaveTextContent('Subscription orders-to-ledger');
    expect(subscribed).toHaveTextContent(
      'Answers go to Service payments/answers',
    );
    expect(direct).toHaveTextContent('Events are sent to it directly.');
    expect(direct).not.toHaveTextContent('If delivery fails');
  });
});
