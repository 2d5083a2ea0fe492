import type { Entity } from '@backstage/catalog-model';
import { FlatRoutes } from '@backstage/core-app-api';
import {
  catalogApiRef,
  entityRouteRef,
  EntityProvider,
} from '@backstage/plugin-catalog-react';
import { TestApiProvider, wrapInTestApp } from '@backstage/test-utils';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactElement } from 'react';
import { Route } from 'react-router-dom';
import {
  environmentEntity,
  eventTypeEntity,
  ledgerEntity,
  makeConsumer,
  received,
} from '../__testUtils__/entities';
import { searchableCatalog } from '../__testUtils__/searchableCatalog';
import {
  EnvironmentCard,
  EventContractContent,
  EventFlowCard,
  EventMeshPage,
  hasEventContract,
  hasEventFlow,
  isEventMeshEnvironment,
} from '.';

const eventType = eventTypeEntity(received, [makeConsumer()]);
const environment = environmentEntity({
  findings: [
    {
      code: 'malformedObject',
      severity: 'error',
      object: {
        group: 'eventing.knative.dev',
        kind: 'Trigger',
        namespace: 'payments',
        name: 'broken',
      },
      message: 'The Trigger has no broker.',
      action: 'Give it one.',
    },
  ],
});

/** A classic app with these routes, as an adopter writes it. */
function renderApp(routes: ReactElement, at: string) {
  return render(
    wrapInTestApp(
      <TestApiProvider
        apis={[[catalogApiRef, searchableCatalog([eventType, environment])]]}
      >
        <FlatRoutes>{routes}</FlatRoutes>
      </TestApiProvider>,
      {
        routeEntries: [at],
        mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      },
    ),
  );
}

function renderCard(entity: Entity, card: ReactElement) {
  return renderApp(
    <Route
      path="/entity"
      element={<EntityProvider entity={entity}>{card}</EntityProvider>}
    />,
    '/entity',
  );
}

describe('in an app on the classic frontend system', () => {
  it('the page has its parts as tabs, and they lead to each other', async () => {
    renderApp(
      <Route path="/messages" element={<EventMeshPage />} />,
      '/messages',
    );

    await userEvent.click(await screen.findByRole('link', { name: '1 error' }));

    const findings = await screen.findByRole('table', { name: 'Findings' });
    expect(within(findings).getByText('Give it one.')).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('tab')
        .map(tab => [tab.textContent, tab.getAttribute('href')]),
    ).toEqual([
      ['Overview', '/messages/overview'],
      ['Event types', '/messages/event-types'],
      ['Topology', '/messages/topology'],
      ['Findings', '/messages/findings'],
      ['Try an event', '/messages/try-an-event'],
    ]);
  });

  it('an event type has the card of its flow', async () => {
    renderCard(eventType, <EventFlowCard />);

    expect(await screen.findByText('1 consumer')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: /ledger/ })).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
  });

  it('an event type has a contract', async () => {
    renderCard(eventType, <EventContractContent />);

    expect(
      (await screen.findAllByText(received.type, { exact: false })).length,
    ).toBeGreaterThan(0);
  });

  it('an environment has a card of its own', async () => {
    renderCard(environment, <EnvironmentCard />);

    expect(
      await screen.findByText('The Trigger has no broker.'),
    ).toBeInTheDocument();
  });

  it('cards can be told by the entity', () => {
    const component = { ...ledgerEntity, metadata: { name: 'other' } };
    expect(
      [eventType, ledgerEntity, environment, component].map(hasEventFlow),
    ).toEqual([true, true, false, false]);
    expect([eventType, ledgerEntity].map(hasEventContract)).toEqual([
      true,
      false,
    ]);
    expect([eventType, environment].map(isEventMeshEnvironment)).toEqual([
      false,
      true,
    ]);
  });
});
