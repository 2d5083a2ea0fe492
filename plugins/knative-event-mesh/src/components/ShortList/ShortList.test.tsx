import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ShortList } from './ShortList';

function renderList(items: string[]) {
  return render(
    <ShortList items={items} most={2} noun="triggers">
      {shown => <p>{shown.join(' ')}</p>}
    </ShortList>,
  );
}

describe('ShortList', () => {
  it('shows the first, and the rest when asked to with the keyboard', async () => {
    renderList(['a', 'b', 'c']);
    expect(screen.getByText('a b')).toBeInTheDocument();

    await userEvent.tab();
    expect(
      screen.getByRole('button', { name: 'Show all 3 triggers' }),
    ).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    expect(screen.getByText('a b c')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });

  it('has no button when all are shown', () => {
    renderList(['a', 'b']);

    expect(screen.getByText('a b')).toBeInTheDocument();
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
