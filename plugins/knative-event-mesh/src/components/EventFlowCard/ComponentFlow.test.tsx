import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { componentFilters } from '../../lib/componentFilters';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  brokerEntity,
  eventTypeEntity,
  ledgerEntity,
  linkedService,
  makeConsumer,
  received,
  sourceEntity,
} from '../../__testUtils__/entities';

// The in-memory catalog does not find keys with capital letters; that the real
// one answers these filters is seen in the end-to-end test.
function catalogOf(...items: Entity[]) {
  return catalogApiMock.mock({
    queryEntities: async () => ({
      items,
      totalItems: items.length,
      pageInfo: {},
    }),
  });
}

describe('ComponentFlow', () => {
  it.each([
    [
      { 'backstage.io/kubernetes-id': 'ledger' },
      'backstage.io/kubernetes-id: ledger as label',
    ],
    [
      { 'backstage.io/kubernetes-label-selector': 'app=ledger' },
      'has the labels app=ledger',
    ],
  ])(
    'says what to add where nothing is linked by %j',
    async (annotations, advice) => {
      renderEventFlowCard(
        {
          ...ledgerEntity,
          metadata: { ...ledgerEntity.metadata, annotations },
        },
        catalogOf(),
      );

      const nothing = await screen.findByText(/No event type of the mesh/);
      expect(nothing.parentElement).toHaveTextContent(advice);
    },
  );

  it('shows the event types it receives, undecided ones too', async () => {
    const catalog = catalogOf(
      eventTypeEntity(received, [makeConsumer()]),
      eventTypeEntity({ name: 'refunded', type: 'com.example.refunded' }, [
        makeConsumer({ match: 'maybe' }),
      ]),
    );
    renderEventFlowCard(ledgerEntity, catalog);

    const events = await screen.findByRole('table', {
      name: 'Received event types',
    });
    expect(within(events).getByText('Receives')).toBeInTheDocument();
    expect(within(events).getByText('May receive')).toBeInTheDocument();
    expect(screen.getByText(/Nothing is known/)).toBeVisible();
    expect(catalog.queryEntities).toHaveBeenCalledTimes(1);
    expect(catalog.queryEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        filter: componentFilters('component:default/ledger'),
      }),
    );
  });

  it('shows what it sends, and how that is known', async () => {
    renderEventFlowCard(
      {
        ...ledgerEntity,
        relations: [
          { type: 'providesApi', targetRef: 'api:payments/posted' },
          { type: 'providesApi', targetRef: 'api:default/ledger-rest' },
        ],
      },
      catalogOf(
        eventTypeEntity({ name: 'posted', type: 'com.example.posted' }, []),
        eventTypeEntity({ name: 'booked', type: 'com.example.booked' }, [], {
          producers: [
            {
              via: {
                group: 'eventing.knative.dev',
                kind: 'Trigger',
                namespace: 'payments',
                name: 'to-ledger',
              },
              match: 'yes',
              evidence: 'reply',
              workloads: [linkedService('ledger')],
            },
          ],
        }),
        sourceEntity({ workloads: [linkedService('ledger')] }, 'SinkBinding'),
      ),
    );

    const [, booked, posted] = within(
      await screen.findByRole('table', { name: 'Sent event types' }),
    ).getAllByRole('row');
    expect(booked).toHaveTextContent('com.example.booked');
    expect(booked).toHaveTextContent('Trigger payments/to-ledger');
    expect(booked).toHaveTextContent('come back as an answer');
    expect(posted).toHaveTextContent('com.example.posted');
    expect(posted).toHaveTextContent(/catalog file of the component says so/);
    expect(screen.getByRole('table', { name: 'Sources' })).toHaveTextContent(
      'SinkBinding payments/nightly',
    );
  });

  it('shows what reaches it besides event types, and whose dead letters', async () => {
    renderEventFlowCard(
      ledgerEntity,
      catalogOf(
        sourceEntity({ sink: linkedService('ledger') }),
        brokerEntity({
          delivery: {
            deadLetterSink: linkedService('ledger'),
            deadLetterSinkFrom: 'own',
            settings: [],
          },
        }),
      ),
    );

    const others = await screen.findByRole('table', {
      name: 'Other ways to it',
    });
    expect(others).toHaveTextContent(
      'PingSource payments/nightlySends its events here directly.',
    );
    expect(
      screen.queryByText(/No event type of the mesh is delivered/),
    ).not.toBeInTheDocument();
    expect(screen.getByText(/come through these is not known/)).toBeVisible();
    expect(
      screen.getByRole('table', { name: 'Dead letters' }),
    ).toHaveTextContent(
      'Broker payments/defaultWhat it cannot deliver comes here.',
    );
  });

  it('says so when nothing reaches it', async () => {
    renderEventFlowCard(ledgerEntity);

    expect(
      await screen.findByText(/No event type of the mesh is delivered/),
    ).toBeInTheDocument();
    expect(screen.queryByText('Dead letter sink of')).not.toBeInTheDocument();
  });

  it('says that the catalog could not be read', async () => {
    renderEventFlowCard(
      ledgerEntity,
      catalogApiMock.mock({
        queryEntities: async () => {
          throw new Error('the catalog is away');
        },
      }),
    );

    expect(await screen.findByText(/could not be read/)).toBeInTheDocument();
    expect(screen.getByText('the catalog is away')).toBeInTheDocument();
  });

  it('says when there is more than it asks for', async () => {
    renderEventFlowCard(
      ledgerEntity,
      catalogOf(
        ...Array.from({ length: 500 }, (_, index) =>
          eventTypeEntity(
            { name: `paid-${index}`, type: `com.example.paid.${index}` },
            [makeConsumer()],
          ),
        ),
      ),
    );

    expect(await screen.findByText(/only a part/)).toBeVisible();
    expect(
      screen.getByRole('button', {
        name: 'Show all 500 received event types',
      }),
    ).toBeVisible();
  });
});
