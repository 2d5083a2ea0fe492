import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import { environmentEntity } from '../../__testUtils__/entities';
import { factOf } from '../../__testUtils__/factOf';
import { renderPage } from '../../__testUtils__/renderPage';

function makeFinding(code: string, severity: Finding['severity']): Finding {
  return {
    code,
    severity,
    object: { group: '', kind: 'Service', namespace: 'payments', name: code },
    message: `${code} is wrong.`,
    action: 'Correct it.',
  };
}

const findings = [
  makeFinding('malformedObject', 'error'),
  makeFinding('brokerMissing', 'error'),
  makeFinding('subscriberNotLinked', 'info'),
];

describe('OverviewPage', () => {
  it('is where the Event Mesh page begins', async () => {
    renderPage('', [environmentEntity()]);

    expect(await screen.findByRole('link', { name: 'demo' })).toBeVisible();
  });

  it('shows when an environment was read, and what is in it', async () => {
    renderPage('/overview', [
      environmentEntity({ lastGoodPoll: new Date().toISOString() }),
    ]);

    expect(await screen.findByRole('link', { name: 'demo' })).toHaveAttribute(
      'href',
      '/catalog/default/system/knative-event-mesh-demo',
    );
    expect(factOf('Health')).toHaveTextContent(/^Read$/);
    expect(factOf('Last read')).toHaveTextContent('less than a minute ago');
    expect(factOf('Objects')).toHaveTextContent('3 Broker16 EventType');
    expect(factOf('Linked')).toHaveTextContent(
      '12 of 30 subscribers to a Component',
    );
    expect(
      within(factOf('Linked')).getByRole('link', {
        name: 'Subscribers without an id',
      }),
    ).toHaveAttribute(
      'href',
      '/event-mesh/findings?environment=demo&code=subscriberNotLinked',
    );
  });

  it('counts findings by severity and leads to them', async () => {
    renderPage('/overview', [
      environmentEntity({ findings, findingsLeftOut: 7 }),
    ]);

    const errors = await screen.findByRole('link', { name: '2 errors' });
    expect(errors).toHaveAttribute(
      'href',
      '/event-mesh/findings?environment=demo&severity=error',
    );
    expect(screen.getByRole('link', { name: '1 remark' })).toBeVisible();
    expect(factOf('Findings')).not.toHaveTextContent('warning');
    expect(
      screen.getByText('7 more findings could not be kept.'),
    ).toBeVisible();

    await userEvent.click(errors);

    const table = await screen.findByRole('table', { name: 'Findings' });
    expect(within(table).getAllByRole('rowheader')).toHaveLength(2);
  });

  it('tells an environment that is out of date or read in part', async () => {
    renderPage('/overview', [
      environmentEntity({
        lastGoodPoll: '2026-01-01T00:00:00Z',
        omitted: [{ kind: 'PingSource', reason: 'forbidden', message: 'No.' }],
      }),
    ]);

    expect(await screen.findByText('Not read for a while')).toBeVisible();
    expect(screen.getByText('Read in part')).toBeVisible();
    expect(screen.getByText(/^1 thing could not be read/)).toBeVisible();
  });

  it('tells of objects that went missing at once', async () => {
    renderPage('/overview', [
      environmentEntity({
        lastGoodPoll: new Date().toISOString(),
        doubts: [
          {
            reason: 'removals',
            kind: 'Trigger',
            since: '2026-11-22T21:00:00Z',
            entities: 12,
          },
          {
            reason: 'omitted',
            kind: 'PingSource',
            since: '2026-11-22T21:00:00Z',
            entities: 3,
          },
        ],
      }),
    ]);

    expect(await screen.findByText('Removals in doubt')).toBeVisible();
    expect(screen.getByText(/^12 objects went missing at once/)).toBeVisible();
    expect(screen.queryByText('Read')).not.toBeInTheDocument();
  });

  it('shows an environment that tells nothing of itself', async () => {
    const entity: Entity = { ...environmentEntity(), spec: {} };
    renderPage('/overview', [entity]);

    expect(
      await screen.findByRole('link', { name: 'knative-event-mesh-demo' }),
    ).toBeVisible();
    expect(
      screen.getByText(/does not say how this mesh was read/),
    ).toBeVisible();
  });

  it('says what to do where there is no event mesh', async () => {
    renderPage('/overview');

    expect(
      await screen.findByText('The catalog has no event mesh yet.'),
    ).toBeVisible();
  });

  it('says that the catalog does not answer, and asks it again', async () => {
    const catalog = catalogApiMock.mock();
    let isAway = true;
    catalog.streamEntities.mockImplementation(async function* answer() {
      if (isAway) {
        throw new Error('The catalog is away.');
      }
      yield [environmentEntity()];
    });
    renderPage('/overview', [], catalog);
    expect(await screen.findByText('The catalog is away.')).toBeVisible();

    isAway = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await screen.findByRole('link', { name: 'demo' })).toBeVisible();
  });
});
