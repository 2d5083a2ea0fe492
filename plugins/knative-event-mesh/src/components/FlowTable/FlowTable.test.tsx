import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { type FlowColumn, FlowTable } from '.';

interface Row {
  id: string;
  consumer: string;
}

const columns: FlowColumn<Row>[] = [
  { id: 'trigger', label: 'Trigger', width: 50, content: ({ id }) => id },
  {
    id: 'consumer',
    label: 'Consumer',
    width: 50,
    content: ({ consumer }) => consumer,
  },
];

function renderTable(count: number) {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: `trigger-${index}`,
    consumer: index % 100 === 7 ? 'Ledger' : 'mailer',
  }));
  render(
    <FlowTable
      label="Triggers"
      columns={columns}
      rows={rows}
      searchText={({ id, consumer }) => `${id} ${consumer}`}
    />,
  );
}

function shownRows() {
  return within(screen.getByRole('table', { name: 'Triggers' })).getAllByRole(
    'rowheader',
  );
}

describe('FlowTable', () => {
  it('shows a short table as it is', () => {
    renderTable(20);

    expect(shownRows()).toHaveLength(20);
    expect(screen.queryByRole('searchbox')).not.toBeInTheDocument();
  });

  it('shows the beginning of a long one, and the rest when asked to', async () => {
    renderTable(200);
    expect(shownRows()).toHaveLength(50);

    await userEvent.click(
      screen.getByRole('button', { name: 'Show all 200 triggers' }),
    );

    expect(shownRows()).toHaveLength(200);
  });

  it('searches all rows of a long one, whatever the case of the letters', async () => {
    renderTable(200);

    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Search triggers' }),
      'ledger trigger-1',
    );

    expect(shownRows().map(({ textContent }) => textContent)).toEqual([
      'trigger-107',
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('1 of 200 triggers');
  });
});
