import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  eventMeshAnnotations,
  type LinkSummary,
  type OutgoingLink,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  brokerEntity,
  environmentEntity,
  eventTypeEntity,
  makeConsumer,
  received,
} from '../../__testUtils__/entities';
import { renderPage } from '../../__testUtils__/renderPage';

function makeTrigger(via: Partial<LinkSummary>): OutgoingLink {
  const { subscriber, link, via: whole } = makeConsumer();
  return { via: { ...whole, ...via }, subscriber, link, eventTypes: [] };
}

function annotated(
  entity: Entity,
  annotations: Record<string, string>,
): Entity {
  const all = { ...entity.metadata.annotations, ...annotations };
  return { ...entity, metadata: { ...entity.metadata, annotations: all } };
}

const inDemo = { [eventMeshAnnotations.environment]: 'demo' };

const broker = annotated(
  brokerEntity({
    triggers: [
      makeTrigger({}),
      makeTrigger({
        name: 'foreign',
        filter: [],
        filters: JSON.stringify([{ cesql: "country <> 'NL'" }]),
      }),
      makeTrigger({
        name: 'refunds',
        filter: [{ name: 'type', value: 'com.example.refund' }],
      }),
    ],
  }),
  inDemo,
);

const entities = [
  broker,
  annotated(eventTypeEntity(received, []), {
    ...inDemo,
    [eventMeshAnnotations.role]: 'eventType',
  }),
  environmentEntity({ counts: [{ kind: 'EventPolicy', count: 1 }] }),
];

async function row(name: string) {
  const table = await screen.findByRole('table', { name: 'Triggers' });
  return within(table)
    .getByRole('rowheader', { name })
    .closest('tr') as HTMLElement;
}

describe('TryEventPage', () => {
  it('shows what each trigger does with the event of a link', async () => {
    renderPage(
      '/try-an-event?broker=component:payments/default-broker&ce-type=com.example.payment.received',
      entities,
    );

    const delivers = await row('to-ledger');
    expect(delivers).toHaveTextContent('Delivers');
    expect(within(delivers).getByRole('link')).toHaveAttribute(
      'href',
      '/catalog/default/component/ledger',
    );
    expect(await row('foreign')).toHaveTextContent('May deliver');
    expect(await row('foreign')).toHaveTextContent(
      'nothing is given here of country',
    );
    expect(await row('refunds')).toHaveTextContent('Does not deliver');
    expect(await row('refunds')).toHaveTextContent(
      'Only events pass if type is com.example.refund',
    );
    expect(screen.getByRole('status')).toHaveTextContent(
      '1 of 3 triggers would deliver it, 1 more may.',
    );
  });

  it('takes another attribute, by the keyboard alone', async () => {
    renderPage(
      '/try-an-event?broker=component:payments/default-broker&ce-type=com.example.payment.received',
      entities,
    );
    await row('foreign');

    await userEvent.type(
      screen.getByRole('textbox', { name: 'Another attribute' }),
      'country{Enter}',
    );
    expect(screen.getByRole('textbox', { name: 'country' })).toHaveFocus();
    await userEvent.keyboard('NL');

    expect(await row('foreign')).toHaveTextContent('Does not deliver');
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove country' }),
    );
    expect(await row('foreign')).toHaveTextContent('May deliver');
  });

  it('takes no attribute that an event cannot have', async () => {
    renderPage('/try-an-event', entities);
    const name = await screen.findByRole('textbox', {
      name: 'Another attribute',
    });

    await userEvent.type(name, 'Country');
    expect(screen.getByRole('button', { name: 'Add' })).toBeDisabled();
    expect(screen.getByText(/Only lower-case letters/)).toBeVisible();

    await userEvent.clear(name);
    await userEvent.type(name, 'type');
    expect(screen.getByText(/has this attribute already/)).toBeVisible();
  });

  it('starts from an event type', async () => {
    renderPage('/try-an-event', entities);

    await userEvent.click(
      await screen.findByRole('button', { name: /Start from an event type/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: received.type }),
    );

    expect(screen.getByRole('textbox', { name: 'type' })).toHaveValue(
      received.type,
    );
    expect(await row('to-ledger')).toHaveTextContent('Delivers');
  });

  it('starts from the event type of a link', async () => {
    renderPage(
      '/try-an-event?eventType=api:payments/payment-received',
      entities,
    );

    expect(await row('to-ledger')).toHaveTextContent('Delivers');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'subject' }),
      'receipt',
    );
    expect(await row('to-ledger')).toHaveTextContent('Delivers');
    expect(screen.getByRole('textbox', { name: 'type' })).toHaveValue(
      received.type,
    );
  });

  it('asks for a broker where there are several', async () => {
    const other = brokerEntity();
    other.metadata = {
      ...other.metadata,
      name: 'other-broker',
      annotations: {
        ...other.metadata.annotations,
        [eventMeshAnnotations.name]: 'other',
      },
    };
    renderPage('/try-an-event', [...entities, other]);

    await userEvent.click(
      await screen.findByRole('button', { name: /Broker/ }),
    );
    await userEvent.click(
      await screen.findByRole('option', { name: 'Broker payments/other' }),
    );

    expect(
      await screen.findByText('No trigger takes events from this broker.'),
    ).toBeVisible();
  });

  it('says that a broker is not there', async () => {
    renderPage('/try-an-event?broker=component:payments/gone', entities);

    expect(await screen.findByText('There is no such broker.')).toBeVisible();
  });

  it('says that there is no broker at all', async () => {
    renderPage('/try-an-event');

    expect(await screen.findByText('The catalog has no broker.')).toBeVisible();
  });

  it('says that the catalog does not answer, and asks it again', async () => {
    const catalog = catalogApiMock.mock({
      getEntityByRef: async () => broker,
      queryEntities: async () => ({ items: [], totalItems: 0, pageInfo: {} }),
    });
    catalog.streamEntities.mockImplementationOnce(async function* fail() {
      throw new Error('The catalog is away.');
    });
    catalog.streamEntities.mockImplementation(async function* answer() {
      yield [broker];
    });
    renderPage('/try-an-event?ce-type=com.example.refund', [], catalog);
    expect(await screen.findByText('The catalog is away.')).toBeVisible();

    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await row('refunds')).toHaveTextContent('Delivers');
  });
});
