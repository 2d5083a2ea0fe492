import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { factOf } from '../../__testUtils__/factOf';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  eventTypeEntity,
  makeConsumer,
  received,
  sinkEntity,
} from '../../__testUtils__/entities';

describe('SinkFlow', () => {
  it('shows what ends in it, who sends it, and who may', async () => {
    const toArchive = makeConsumer({
      link: {
        state: 'linked',
        components: ['component:payments/archive-jobsink'],
      },
    });
    const catalog = catalogApiMock.mock({
      queryEntities: async () => ({
        items: [eventTypeEntity(received, [toArchive])],
        totalItems: 1,
        pageInfo: {},
      }),
    });
    renderEventFlowCard(
      sinkEntity({
        address: 'http://job-sink.knative-eventing.svc/payments/archive',
        authorization: { enforced: 'yes', policies: ['payments/archive'] },
        senders: [
          {
            reference: {
              group: 'eventing.knative.dev',
              kind: 'Trigger',
              namespace: 'payments',
              name: 'to-ledger',
            },
            as: 'deadLetter',
          },
        ],
        readiness: { status: 'Unknown', stale: false },
      }),
      catalog,
    );

    const events = await screen.findByRole('table', {
      name: 'Received event types',
    });
    expect(
      within(events).getByRole('link', { name: received.type }),
    ).toBeVisible();
    expect(events).toHaveTextContent('Receives');
    expect(catalog.queryEntities).toHaveBeenCalledWith(
      expect.objectContaining({
        filter: [
          {
            kind: 'API',
            'metadata.annotations.knative-event-mesh/kind': 'EventType',
            'spec.eventMesh.consumers.link.components':
              'component:payments/archive-jobsink',
          },
        ],
      }),
    );
    expect(screen.getByText('Readiness unknown')).toBeVisible();
    expect(factOf('Who may send')).toHaveTextContent(
      'by EventPolicy payments/archive',
    );
    expect(screen.getByRole('table', { name: 'Senders' })).toHaveTextContent(
      'Trigger payments/to-ledgerSends to it what cannot be delivered.',
    );
  });

  it('says that it does not know what reaches it', async () => {
    renderEventFlowCard(
      sinkEntity({ settings: [{ name: 'topic', value: 'archive' }] }),
    );

    expect(await screen.findByText(/is known to reach it/)).toBeVisible();
    expect(factOf('topic')).toHaveTextContent('archive');
  });
});
