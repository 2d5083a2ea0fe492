import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { EventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';
import { eventTypeEntity, received } from '../../__testUtils__/entities';
import { renderPage } from '../../__testUtils__/renderPage';
import { searchableCatalog } from '../../__testUtils__/searchableCatalog';

const notConsumed = {
  code: 'eventTypeNotConsumed',
  severity: 'info' as const,
  object: { group: '', kind: 'EventType', namespace: 'shop', name: 'x' },
  message: 'Nobody receives it.',
  action: 'Add a Trigger.',
};

/** An event type as the catalog module writes it, in a namespace and with an owner. */
function makeEventType(
  name: string,
  options: {
    namespace?: string;
    owner?: string;
    description?: string;
    searchLines?: string[];
  } = {},
  overrides: Partial<EventTypeDetails> = {},
): Entity {
  const { namespace = 'payments', owner = 'payments', description } = options;
  const type = `com.example.${name}`;
  const entity = eventTypeEntity({ name, type }, [], {
    consumerCounts: { yes: 1, maybe: 0 },
    readiness: { status: 'True', stale: false },
    ...overrides,
  });
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      namespace,
      title: type,
      description,
      annotations: {
        ...entity.metadata.annotations,
        'knative-event-mesh/environment': 'demo',
        'knative-event-mesh/namespace': namespace,
      },
    },
    spec: {
      ...entity.spec,
      owner: `group:default/${owner}`,
      eventMesh: {
        ...(entity.spec!.eventMesh as object),
        searchLines: (options.searchLines ?? []).map(text => ({ text })),
      },
    },
  };
}

const entities = [
  makeEventType('paid', {
    description: 'A payment was made.\n\nEvent type com.example.paid',
    searchLines: ['amount orderId'],
  }),
  makeEventType(
    'refunded',
    { owner: 'refunds' },
    { consumerCounts: { yes: 0, maybe: 2 } },
  ),
  makeEventType(
    'shipped',
    { namespace: 'shop', owner: 'shop' },
    {
      consumerCounts: { yes: 0, maybe: 0 },
      findings: [notConsumed],
      readiness: { status: 'False', stale: false, reason: 'BrokerNotReady' },
      provider: undefined,
    },
  ),
];

function renderEventTypes(search: string, of = entities) {
  const client = searchableCatalog(of);
  const catalog = catalogApiMock.mock({
    queryEntities: request => client.queryEntities(request),
    getEntityFacets: request => client.getEntityFacets(request),
  });
  renderPage(`/event-types${search}`, [], catalog);
  return catalog;
}

async function shownTypes() {
  const table = await screen.findByRole('table', { name: 'Event types' });
  return within(table)
    .getAllByRole('rowheader')
    .map(header => within(header).getByRole('link').textContent);
}

describe('EventTypesPage', () => {
  it('shows each event type with provider, consumers, readiness and owner', async () => {
    renderEventTypes('');

    expect(await shownTypes()).toEqual([
      'com.example.paid',
      'com.example.refunded',
      'com.example.shipped',
    ]);
    const [paid, refunded, shipped] = screen.getAllByRole('row').slice(1);
    expect(
      within(paid).getByRole('link', { name: 'com.example.paid' }),
    ).toHaveAttribute('href', '/catalog/payments/api/paid');
    expect(paid).toHaveTextContent('A payment was made.');
    expect(paid).not.toHaveTextContent('Event type com');
    expect(
      within(paid).getByRole('link', { name: 'Broker payments/default' }),
    ).toBeInTheDocument();
    expect(paid).toHaveTextContent('in demo');
    expect(within(paid).getByText('Ready')).toBeInTheDocument();
    expect(refunded).toHaveTextContent('2 possible');
    expect(shipped).toHaveTextContent('Not assigned');
    expect(shipped).toHaveTextContent('Not ready: BrokerNotReady');
    expect(within(shipped).getByText('None')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 to 3 of 3 event types',
    );
  });

  it.each([
    ['a type', '?text=REFUND', ['com.example.refunded']],
    ['a description', '?text=was made', ['com.example.paid']],
    ['a property of the schema', '?text=orderid', ['com.example.paid']],
    ['a namespace', '?namespace=shop', ['com.example.shipped']],
    ['an owner', '?owner=group:default/refunds', ['com.example.refunded']],
    ['a readiness', '?readiness=False', ['com.example.shipped']],
    ['what nobody consumes', '?consumers=none', ['com.example.shipped']],
    [
      'a broker',
      '?broker=component:payments/default-broker&direction=desc',
      ['com.example.refunded', 'com.example.paid'],
    ],
    [
      'another order',
      '?sort=owner&direction=desc',
      ['com.example.shipped', 'com.example.refunded', 'com.example.paid'],
    ],
  ])('finds by %s in the URL', async (_, search, types) => {
    renderEventTypes(search);

    expect(await shownTypes()).toEqual(types);
  });

  it('asks again when the typing pauses, and offers everything when nothing fits', async () => {
    const catalog = renderEventTypes('?namespace=shop&page=1');
    await shownTypes();

    const text = screen.getByRole('searchbox', { name: 'Text' });
    await userEvent.type(text, 'nothing like it');
    expect(
      await screen.findByText('No event type fits these conditions.'),
    ).toBeInTheDocument();
    expect(catalog.queryEntities.mock.calls.length).toBeLessThan(6);

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all event types' }),
    );
    await waitFor(async () => expect(await shownTypes()).toHaveLength(3));
    expect(text).toHaveValue('');
  });

  it('sorts by a column, one way and the other', async () => {
    renderEventTypes('');
    await shownTypes();
    const header = (name: string) => screen.getByRole('columnheader', { name });
    expect(header('Event type')).toHaveAttribute('aria-sort', 'ascending');
    expect(header('Consumers')).not.toHaveAttribute('aria-sort');

    await userEvent.click(screen.getByRole('button', { name: 'Event type' }));
    expect(header('Event type')).toHaveAttribute('aria-sort', 'descending');
    await waitFor(async () =>
      expect((await shownTypes())[0]).toBe('com.example.shipped'),
    );

    screen.getByRole('button', { name: 'Namespace' }).focus();
    await userEvent.keyboard('{Enter}');
    expect(header('Namespace')).toHaveAttribute('aria-sort', 'ascending');
    expect(header('Event type')).toHaveAttribute('aria-sort', 'none');
  });

  it('reads 10,000 event types one page at a time', async () => {
    const many = Array.from({ length: 10_000 }, (_, index) =>
      makeEventType(`n${String(index).padStart(5, '0')}`),
    );
    const catalog = renderEventTypes('', many);

    expect(await shownTypes()).toHaveLength(25);
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 to 25 of 10000 event types',
    );
    await userEvent.click(screen.getByRole('button', { name: /next/i }));
    await waitFor(async () =>
      expect((await shownTypes())[0]).toBe('com.example.n00025'),
    );
    const answers = await Promise.all(
      catalog.queryEntities.mock.results.map(({ value }) => value),
    );
    expect(answers).toHaveLength(2);
    expect(answers.map(({ items }) => items.length)).toEqual([25, 25]);
    expect(catalog.streamEntities).not.toHaveBeenCalled();
  });

  it('says that there is no such page', async () => {
    renderEventTypes('?page=9');

    expect(await screen.findByText('There is no page 9.')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('button', { name: 'Show the first page' }),
    );
    expect(await shownTypes()).toHaveLength(3);
  });

  it('says so when the catalog has none, and of a plain one what is not known', async () => {
    renderEventTypes('', []);
    expect(
      await screen.findByText('The catalog has no event types.'),
    ).toBeInTheDocument();
  });

  it('does without what an entity of an older module does not say', async () => {
    renderEventTypes('?sort=owner', [
      {
        ...eventTypeEntity(received, []),
        spec: { eventMesh: { type: received.type } },
      },
    ]);

    const [, row] = await screen.findAllByRole('row');
    expect(row).toHaveTextContent('com.example.payment.received');
    expect(row).toHaveTextContent('Not known');
    expect(row).toHaveTextContent('Not said');
  });

  it('says that the catalog does not answer, and asks again', async () => {
    const catalog = catalogApiMock.mock({
      queryEntities: jest.fn().mockRejectedValue(new Error('it is down')),
      getEntityFacets: jest.fn().mockRejectedValue(new Error('it is down')),
    });
    renderPage('/event-types', [], catalog);

    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent(
      'The event types could not be read from the catalog.',
    );
    catalog.queryEntities.mockImplementation(request =>
      searchableCatalog(entities).queryEntities(request),
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await shownTypes()).toHaveLength(3);
  });
});
