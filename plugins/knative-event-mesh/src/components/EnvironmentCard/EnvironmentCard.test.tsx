import { screen, within } from '@testing-library/react';
import { environmentEntity } from '../../__testUtils__/entities';
import { factOf } from '../../__testUtils__/factOf';
import { renderEnvironmentCard } from '../../__testUtils__/renderCards';

describe('EnvironmentCard', () => {
  it('shows how much was read, and when', async () => {
    renderEnvironmentCard(
      environmentEntity({ lastGoodPoll: new Date().toISOString() }),
    );

    expect(await screen.findByText('Event mesh')).toBeVisible();
    expect(factOf('Objects')).toHaveTextContent('3 Broker, 16 EventType');
    expect(factOf('Linked')).toHaveTextContent(
      '12 of 30 subscribers to a Component',
    );
    expect(factOf('Service')).toHaveTextContent('0.1.0');
    expect(factOf('Last read')).toHaveTextContent(
      new Date().getFullYear().toString(),
    );
    expect(
      screen.queryByText(/could not be read for a while/),
    ).not.toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
  });

  it('says that it is out of date', async () => {
    renderEnvironmentCard(
      environmentEntity({ lastGoodPoll: '2026-01-01T00:00:00Z' }),
    );

    expect(
      await screen.findByText('The mesh could not be read for a while.'),
    ).toBeVisible();
  });

  it('shows what stays although it was not found again', async () => {
    renderEnvironmentCard(
      environmentEntity({
        doubts: [
          {
            reason: 'omitted',
            group: 'sources.knative.dev',
            kind: 'PingSource',
            since: '2026-01-01T00:00:00Z',
            entities: 2,
          },
          {
            reason: 'removals',
            group: 'eventing.knative.dev',
            kind: 'EventType',
            since: '2026-01-01T00:00:00Z',
            entities: 12,
          },
        ],
      }),
    );

    const doubts = await screen.findByRole('table', { name: 'Kept in doubt' });
    expect(doubts).toHaveTextContent(
      /PingSource.sources.knative.dev2 entities stay as last read/,
    );
    expect(doubts).toHaveTextContent(
      /12 entities stay: since .* it may be a mistake/,
    );
  });

  it('shows what was not read, what is wrong, and who may send', async () => {
    renderEnvironmentCard(
      environmentEntity({
        omitted: [
          {
            group: 'sources.knative.dev',
            kind: 'PingSource',
            reason: 'forbidden',
            message: 'The token may not list it. Bind source-observer.',
          },
        ],
        findings: [
          {
            code: 'malformedObject',
            severity: 'warning',
            object: {
              group: '',
              kind: 'Service',
              namespace: 'payments',
              name: 'a',
            },
            message: 'Service payments/a is malformed.',
            action: 'Correct it.',
          },
        ],
        findingsLeftOut: 7,
        policies: [
          {
            namespace: 'payments',
            name: 'checkout-only',
            to: [
              {
                group: 'eventing.knative.dev',
                kind: 'Broker',
                name: 'payments',
              },
            ],
            subjects: ['system:serviceaccount:payments:checkout'],
            readiness: {
              status: 'False',
              reason: 'OIDCAuthenticationDisabled',
              stale: false,
            },
          },
          { namespace: 'fraud', name: 'all', to: [], subjects: [] },
        ],
      }),
    );

    expect(
      await screen.findByRole('table', { name: 'Omissions' }),
    ).toHaveTextContent(
      'PingSource.sources.knative.devThe token may not list it.',
    );
    expect(screen.getByText('Service payments/a is malformed.')).toBeVisible();
    expect(
      screen.getByText('7 more findings could not be kept.'),
    ).toBeVisible();
    const [, one, all] = within(
      screen.getByRole('table', { name: 'Policies' }),
    ).getAllByRole('row');
    expect(one).toHaveTextContent('payments/checkout-only');
    expect(one).toHaveTextContent('Not ready: OIDCAuthenticationDisabled');
    expect(one).toHaveTextContent('Broker payments');
    expect(one).toHaveTextContent('system:serviceaccount:payments:checkout');
    expect(all).toHaveTextContent('everything in namespace fraud');
    expect(all).toHaveTextContent('none that Knative has resolved');
  });

  it('does not guess what the catalog does not say', async () => {
    const entity = environmentEntity();
    renderEnvironmentCard({ ...entity, spec: {} });

    expect(
      await screen.findByText(/does not say how this mesh was read/),
    ).toBeVisible();
  });
});
