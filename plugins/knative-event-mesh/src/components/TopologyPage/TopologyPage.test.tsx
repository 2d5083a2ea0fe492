import type { Entity } from '@backstage/catalog-model';
import { renderTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { eventMeshAnnotations } from 'backstage-plugin-knative-event-mesh-common';
import {
  brokerEntity,
  eventTypeEntity,
  ledgerEntity,
  makeConsumer,
  received,
  unlinkedService,
} from '../../__testUtils__/entities';
import { mockCanvas } from '../../__testUtils__/mockCanvas';
import { searchableCatalog } from '../../__testUtils__/searchableCatalog';
import { eventMeshPlugin } from '../../plugin';

function inDemo(entity: Entity): Entity {
  const annotations = {
    ...entity.metadata.annotations,
    [eventMeshAnnotations.environment]: 'demo',
    [eventMeshAnnotations.namespace]: 'payments',
    ...(entity.kind === 'API' && { [eventMeshAnnotations.role]: 'eventType' }),
  };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

const mailer = unlinkedService('mailer');
const mesh = [
  inDemo(
    eventTypeEntity(received, [
      makeConsumer(),
      makeConsumer({
        via: { ...makeConsumer().via, name: 'to-mailer' },
        match: 'maybe',
        subscriber: mailer.destination,
        link: mailer.link,
      }),
    ]),
  ),
  inDemo(
    brokerEntity({
      readiness: { status: 'False', reason: 'NoAddress', stale: false },
    }),
  ),
  ledgerEntity,
];

function renderTopology(query: string, entities: Entity[] = mesh) {
  return renderTestApp({
    features: [eventMeshPlugin],
    apis: [[catalogApiRef, searchableCatalog(entities)]],
    initialRouteEntries: [`/event-mesh/topology${query}`],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

function node(name: string | RegExp) {
  return screen.findByRole('button', { name });
}

beforeAll(mockCanvas);

describe('TopologyPage', () => {
  it('names each node with its state and how many it reaches', async () => {
    renderTopology('');

    expect(
      await node('Broker payments/default, Not ready, 2 subscribers'),
    ).toBeInTheDocument();
    expect(
      await node('EventType com.example.payment.received, 2 subscribers'),
    ).toBeInTheDocument();
    expect(await node('service ledger')).toBeInTheDocument();
    expect(
      await node('Service payments/mailer, Not linked'),
    ).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent('4 nodes');
  });

  it('is walked through with the arrow keys, and shows what is known of a node', async () => {
    renderTopology('');
    const broker = await node(/^Broker payments/);
    const eventType = await node(/^EventType/);

    expect(broker).toHaveAttribute('tabindex', '0');
    expect(eventType).toHaveAttribute('tabindex', '-1');
    broker.focus();
    await userEvent.keyboard('{ArrowRight}');
    expect(eventType).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    const panel = await screen.findByRole('complementary', {
      name: 'com.example.payment.received',
    });
    expect(
      await within(panel).findByText('1 consumer, 1 possible'),
    ).toBeInTheDocument();
    expect(within(panel).getByRole('heading', { level: 2 })).toHaveFocus();

    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(panel).not.toBeInTheDocument());
    expect(await node(/^EventType/)).toHaveFocus();
  });

  it('has the same as tables, which can be searched', async () => {
    renderTopology('?view=table');
    const links = await screen.findByRole('table', { name: 'Links' });
    const nodes = screen.getByRole('table', { name: 'Nodes' });

    expect(within(links).getAllByRole('rowheader')).toHaveLength(3);
    expect(within(nodes).getAllByRole('rowheader')).toHaveLength(4);
    expect(within(links).getByText('Possible')).toBeInTheDocument();
    expect(links).toHaveTextContent('type=…mple.payment.received');

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search' }),
      'mailer',
    );
    await waitFor(() =>
      expect(
        within(screen.getByRole('table', { name: 'Links' })).getAllByRole(
          'rowheader',
        ),
      ).toHaveLength(1),
    );
  });

  it('says what the viewer cannot see', async () => {
    renderTopology('?namespace=payments', mesh.slice(0, 2));

    expect(
      await node('component ledger, Not in the catalog, or hidden from you'),
    ).toBeInTheDocument();
  });

  it('says that there is nothing', async () => {
    renderTopology('', []);
    expect(
      await screen.findByText('There is nothing to show here.'),
    ).toBeInTheDocument();
  });

  it('says that what is in focus is not there', async () => {
    renderTopology('?focus=component:default/nobody');
    expect(
      await screen.findByText('The catalog has no component:default/nobody.'),
    ).toBeInTheDocument();
  });
});
