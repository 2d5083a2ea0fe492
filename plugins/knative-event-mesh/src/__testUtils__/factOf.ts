import { screen } from '@testing-library/react';

/** What a card says under a name, such as `Address`. */
export function factOf(term: string): HTMLElement {
  return screen.getByText(term, { selector: 'dt' })
    .nextElementSibling as HTMLElement;
}
