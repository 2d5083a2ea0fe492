import { rowsBetween, sumOfRows } from './rowsWritten';

describe('rowsBetween', () => {
  it('tells what was written meanwhile, by whom it is of interest', () => {
    const written = rowsBetween(
      { refresh_state: 5, search: 2, backstage_backend_tasks__tasks: 1 },
      {
        search: 12,
        refresh_state: 6,
        final_entities: 3,
        relations: 0,
        backstage_backend_tasks__tasks: 9,
      },
    );

    expect(written).toEqual({
      final_entities: 3,
      refresh_state: 1,
      search: 10,
    });
    expect(sumOfRows(written)).toBe(14);
  });
});
