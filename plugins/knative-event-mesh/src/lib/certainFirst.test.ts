import { certainFirst } from './certainFirst';

describe('certainFirst', () => {
  it('keeps the order of what is equally certain', () => {
    const items = [
      { name: 'a', match: 'maybe' },
      { name: 'b', match: 'yes' },
      { name: 'c', match: 'maybe' },
      { name: 'd', match: 'yes' },
    ] as const;

    expect(certainFirst([...items]).map(({ name }) => name)).toEqual([
      'b',
      'd',
      'a',
      'c',
    ]);
  });
});
