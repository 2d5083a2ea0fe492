import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import { factOf } from '../../__testUtils__/factOf';
import { renderEventFlowCard } from '../../__testUtils__/renderCards';
import {
  eventTypeEntity,
  linkedService,
  sourceEntity,
  unlinkedService,
} from '../../__testUtils__/entities';

const tick = { name: 'tick', type: 'dev.knative.sources.ping' };

describe('SourceFlow', () => {
  it('shows what it sends, where to, and what it sets', async () => {
    const api = eventTypeEntity(tick, []);
    renderEventFlowCard(
      {
        ...sourceEntity({
          sink: linkedService('ledger'),
          readiness: { status: 'True', stale: false },
          emissions: [
            {
              type: tick.type,
              source: '/apis/v1/namespaces/payments/pingsources/nightly',
              match: 'yes',
            },
          ],
          ceOverrides: [{ name: 'region', value: 'eu' }],
          settings: [{ name: 'schedule', value: '0 2 * * *' }],
          identity: 'system:serviceaccount:payments:nightly',
        }),
        relations: [{ type: 'providesApi', targetRef: 'api:payments/tick' }],
      },
      catalogApiMock({ entities: [api] }),
    );

    expect(await screen.findByText('1 event type')).toBeVisible();
    expect(screen.getByText('PingSource')).toBeVisible();
    expect(factOf('Sends to')).toHaveTextContent('Service payments/ledger');
    expect(factOf('schedule')).toHaveTextContent('0 2 * * *');
    expect(factOf('Policies know it as')).toHaveTextContent(
      'system:serviceaccount:payments:nightly',
    );
    expect(factOf('Sets on all events')).toHaveTextContent('region = eu');
    const events = screen.getByRole('table', { name: 'Event types' });
    expect(
      await within(events).findByRole('link', { name: tick.type }),
    ).toHaveAttribute('href', '/catalog/payments/api/tick');
    expect(events).toHaveTextContent('Sends');
    expect(events).toHaveTextContent(
      '/apis/v1/namespaces/payments/pingsources/nightly',
    );
    expect(screen.queryByText(/may send others/)).not.toBeInTheDocument();
  });

  it('tells what it may send from what it sends', async () => {
    renderEventFlowCard(
      sourceEntity(
        {
          sink: unlinkedService('intake'),
          emissions: [{ type: 'dev.knative.kafka.event', match: 'maybe' }],
          mayEmitOthers: true,
        },
        'KafkaSource',
      ),
    );

    expect(await screen.findByText('No event types, 1 possible')).toBeVisible();
    expect(screen.getByText('May send')).toBeVisible();
    expect(screen.getByText(/may send others/)).toBeVisible();
  });

  it('shows what sends through it, and does not guess what', async () => {
    renderEventFlowCard(
      sourceEntity(
        { workloads: [linkedService('checkout')], mayEmitOthers: true },
        'SinkBinding',
      ),
    );

    expect(await screen.findByText('Event types not known')).toBeVisible();
    expect(
      within(factOf('Runs as')).getByRole('link', { name: /checkout/ }),
    ).toHaveAttribute('href', '/catalog/default/component/checkout');
    expect(factOf('Sends to')).toHaveTextContent('Nothing: it names no sink.');
    expect(screen.getByText(/cannot be known from the object/)).toBeVisible();
  });
});
