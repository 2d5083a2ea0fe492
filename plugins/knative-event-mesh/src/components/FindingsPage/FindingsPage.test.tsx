import type { Entity } from '@backstage/catalog-model';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Finding } from 'backstage-plugin-knative-event-mesh-common';
import {
  brokerEntity,
  environmentEntity,
  eventTypeEntity,
  received,
} from '../../__testUtils__/entities';
import { renderPage } from '../../__testUtils__/renderPage';

const subscriberMissing: Finding = {
  code: 'subscriberMissing',
  severity: 'error',
  object: {
    group: 'eventing.knative.dev',
    kind: 'Trigger',
    namespace: 'payments',
    name: 'refund-desk',
  },
  message: 'Service payments/refund-desk does not exist.',
  action: 'Create it.',
};

const notConsumed: Finding = {
  code: 'eventTypeNotConsumed',
  severity: 'info',
  object: {
    group: 'eventing.knative.dev',
    kind: 'EventType',
    namespace: 'payments',
    name: 'payment-received',
  },
  message: 'No trigger passes it.',
  action: 'Add a Trigger, or remove it.',
};

function inEnvironment(environment: string, entity: Entity): Entity {
  const annotations = {
    ...entity.metadata.annotations,
    'knative-event-mesh/environment': environment,
  };
  return { ...entity, metadata: { ...entity.metadata, annotations } };
}

const eventType = eventTypeEntity(received, [], { findings: [notConsumed] });
eventType.metadata.annotations = {
  ...eventType.metadata.annotations,
  'knative-event-mesh/role': 'eventType',
};
const entities = [
  inEnvironment('production', eventType),
  inEnvironment('demo', brokerEntity({ findings: [subscriberMissing] })),
];

async function rows() {
  const table = await screen.findByRole('table', { name: 'Findings' });
  return within(table).getAllByRole('row').slice(1);
}

describe('FindingsPage', () => {
  it('shows all findings, the worst first, each linked to its entity', async () => {
    renderPage('/findings', entities);

    const [worst, other, ...none] = await rows();
    expect(none).toHaveLength(0);
    expect(worst).toHaveTextContent('Error');
    expect(worst).toHaveTextContent('subscriberMissing');
    expect(worst).toHaveTextContent(
      'Service payments/refund-desk does not exist.',
    );
    expect(worst).toHaveTextContent('Create it.');
    expect(worst).toHaveTextContent('in demo');
    expect(
      within(worst).getByRole('link', { name: 'Trigger payments/refund-desk' }),
    ).toHaveAttribute('href', '/catalog/payments/component/default-broker');
    expect(other).toHaveTextContent('Info');
    expect(screen.getByRole('status')).toHaveTextContent('2 of 2 findings');
  });

  it('keeps to the order of the objects, whatever that of the catalog', async () => {
    const before = {
      ...subscriberMissing,
      object: { ...subscriberMissing.object, name: 'a' },
    };
    renderPage('/findings', [
      brokerEntity({ findings: [subscriberMissing, before] }),
    ]);

    const [first, second] = await rows();
    expect(first).toHaveTextContent('Trigger payments/a');
    expect(second).toHaveTextContent('Trigger payments/refund-desk');
  });

  it('explains each code that is shown', async () => {
    renderPage('/findings?severity=error', entities);

    const [row] = await rows();
    const code = within(row).getByRole('link', { name: 'subscriberMissing' });
    const explanation = document.querySelector(code.getAttribute('href')!);
    expect(explanation).toHaveTextContent(/What events are delivered to/);
    expect(document.querySelector('#finding-eventTypeNotConsumed')).toBeNull();
  });

  it.each([
    'severity=info',
    'environment=production',
    'code=eventTypeNotConsumed',
    'text=TRIGGER%20passes',
  ])('shows what a link asks for: %s', async query => {
    renderPage(`/findings?${query}`, entities);

    const found = await rows();
    expect(found).toHaveLength(1);
    expect(found[0]).toHaveTextContent('EventType payments/payment-received');
    expect(screen.getByRole('status')).toHaveTextContent('1 of 2 findings');
  });

  it('is filtered with the keyboard', async () => {
    renderPage('/findings', entities);
    await rows();

    screen.getByRole('button', { name: /Severity/ }).focus();
    await userEvent.keyboard('{Enter}');
    await userEvent.click(await screen.findByRole('option', { name: 'Info' }));

    expect(await rows()).toHaveLength(1);
    await userEvent.type(screen.getByRole('searchbox'), 'nowhere');
    expect(
      await screen.findByText('No finding fits these conditions.'),
    ).toBeVisible();

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all findings' }),
    );
    expect(await rows()).toHaveLength(2);
  });

  it('exports what is shown', async () => {
    const saved: Blob[] = [];
    const createObjectURL = jest.fn((blob: Blob) => {
      saved.push(blob);
      return 'blob:saved';
    });
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation();
    renderPage('/findings?severity=error', entities);

    await userEvent.click(
      await screen.findByRole('button', { name: 'Export as CSV' }),
    );

    expect(click).toHaveBeenCalledTimes(1);
    click.mockRestore();
    const text = await saved[0].text();
    expect(text).toContain('"error","subscriberMissing","demo"');
    expect(text).not.toContain('eventTypeNotConsumed');
  });

  it('says that there are none', async () => {
    renderPage('/findings', [environmentEntity()]);

    expect(await screen.findByText('There are no findings.')).toBeVisible();
  });

  it('says that the catalog does not answer, and asks it again', async () => {
    const catalog = catalogApiMock.mock();
    catalog.streamEntities.mockImplementationOnce(async function* fail() {
      throw new Error('The catalog is away.');
    });
    catalog.streamEntities.mockImplementation(async function* answer() {
      yield entities;
    });
    renderPage('/findings', [], catalog);

    expect(await screen.findByText('The catalog is away.')).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));

    expect(await rows()).toHaveLength(2);
  });
});
