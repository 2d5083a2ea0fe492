import type { Entity } from '@backstage/catalog-model';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { eventTypeEntity, received } from '../../__testUtils__/entities';
import { renderContract } from '../../__testUtils__/renderCards';

const schema = {
  type: 'object',
  required: ['amount'],
  properties: {
    amount: { type: 'integer', minimum: 1 },
    payer: {
      type: 'object',
      properties: { address: { properties: { city: { type: 'string' } } } },
    },
    note: { type: 'string', description: '<img src=x onerror=alert(1)>' },
  },
};

function makeEntity(
  overrides: Parameters<typeof eventTypeEntity>[2] = {},
): Entity {
  return eventTypeEntity(received, [], {
    attributes: [{ name: 'source', value: '/shops/{shop}', required: true }],
    rawSchema: JSON.stringify(schema),
    ...overrides,
  });
}

// A tab is there a moment later than what is around it.
const panel = (name: string) => screen.findByRole('tabpanel', { name });
const region = (name: string) => screen.findByRole('region', { name });

describe('ContractContent', () => {
  it('shows the attributes, what is required and what is a template', async () => {
    renderContract(makeEntity());

    const table = await screen.findByRole('table', {
      name: 'CloudEvents attributes',
    });
    const row = (name: string) =>
      within(table).getByRole('rowheader', { name }).closest('tr')!;
    expect(row('source')).toHaveTextContent('required');
    expect(row('source')).toHaveTextContent('/shops/{shop}');
    expect(row('source')).toHaveTextContent('names in braces');
    expect(row('type')).toHaveTextContent(received.type);
    expect(row('id')).toHaveTextContent('any value');
  });

  it('shows the schema as a tree that opens with the keyboard, without any HTML of it', async () => {
    renderContract(makeEntity());

    const tree = within(
      await screen.findByRole('tabpanel', { name: 'Schema' }),
    );
    expect(tree.getByText('amount').closest('li')).toHaveTextContent(
      'amountintegerrequiredat least 1',
    );
    expect(tree.getByText('<img src=x onerror=alert(1)>')).toBeInTheDocument();
    expect(document.querySelector('img[src="x"]')).toBeNull();

    expect(tree.queryByText('city')).not.toBeInTheDocument();
    act(() => tree.getByRole('button', { name: /address/ }).focus());
    await userEvent.keyboard('{Enter}');
    expect(tree.getByText('city')).toBeVisible();

    await userEvent.click(screen.getByRole('tab', { name: 'As written' }));
    expect(await panel('As written')).toHaveTextContent(
      '"required":["amount"]',
    );
  });

  it('gives a sample and a manifest, to be copied', async () => {
    const user = userEvent.setup();
    renderContract(makeEntity());

    const json = await region('Structured JSON');
    expect(JSON.parse(json.textContent!)).toMatchObject({
      type: received.type,
      source: '/shops/shop',
      data: { amount: 1 },
    });
    await user.click(screen.getByRole('tab', { name: 'curl, binary mode' }));
    expect(await region('curl, binary mode')).toHaveTextContent(
      `-H 'Ce-type: ${received.type}'`,
    );
    expect(await region('Trigger as YAML')).toHaveTextContent(
      `broker: default filter: attributes: type: ${received.type}`,
    );

    const execCommand = jest.fn().mockReturnValue(true);
    Object.assign(document, { execCommand });
    await user.click(
      screen.getByRole('button', { name: 'Copy: Trigger as YAML' }),
    );
    expect(execCommand).toHaveBeenCalledWith('copy');
    expect(screen.getByText('Copied')).toBeInTheDocument();
  });

  it('leads to a trial of the event', async () => {
    renderContract(makeEntity());

    // The card of the event flow, which is there too, leads to the same.
    const [link] = await screen.findAllByRole('link', {
      name: 'Try this event',
    });
    expect(link).toHaveAttribute(
      'href',
      '/event-mesh/try-an-event?broker=component%3Apayments%2Fdefault-broker&eventType=api%3Apayments%2Fpayment-received',
    );
  });

  it('makes links of addresses for browsers only', async () => {
    renderContract(makeEntity({ schemaUrl: 'vbscript:alert(1)' }));

    expect(await screen.findByText('vbscript:alert(1)')).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: /vbscript/ }),
    ).not.toBeInTheDocument();
  });

  it('does without everything that an entity does not say', async () => {
    const entity = makeEntity();
    renderContract({
      ...entity,
      metadata: { ...entity.metadata, title: 'com.example.plain' },
      spec: { type: 'eventType', definition: 'syntax = "proto3";' },
    });

    expect(
      await screen.findByText(/This is no JSON Schema/),
    ).toBeInTheDocument();
    expect(await region('As written')).toHaveTextContent('syntax = "proto3";');
    expect(await region('Structured JSON')).toHaveTextContent(
      'com.example.plain',
    );
    expect(
      screen.getByText(/not assigned to a broker or channel/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('link', { name: 'Try this event' }),
    ).not.toBeInTheDocument();
  });
});
