import {
  RiArrowDownLine,
  RiArrowUpDownLine,
  RiArrowUpLine,
} from '@remixicon/react';
import type { ReactNode } from 'react';
import styles from './PlainTable.module.css';

/** A column of a {@link PlainTable}; the first one names the row. */
export interface FlowColumn<T> {
  id: string;
  label: string;
  /** Share of the table's width, in percent, where there is room for columns. */
  width: number;
  content: (row: T) => ReactNode;
}

/** By which column the rows are sorted, and what sorts them by another. */
export interface TableSort {
  /** Ids of the columns that they can be sorted by. */
  columns: string[];
  /** Id of the column that they are sorted by. */
  by: string;
  direction: 'asc' | 'desc';
  onChange: (by: string, direction: 'asc' | 'desc') => void;
}

/**
 * A plain table with a name. The `Table` of `@backstage/ui` is a grid to select
 * and sort in: it takes the tab key from the links in its cells and cannot be
 * named. In a narrow card the cells of a row stand below each other; the roles
 * are written down because a browser forgets them then.
 */
export function PlainTable<T extends { id: string }>(props: {
  label: string;
  columns: FlowColumn<T>[];
  rows: T[];
  /** Absent when the order of the rows is as it is. */
  sort?: TableSort;
}) {
  const { label, columns, rows, sort } = props;
  const [first, ...others] = columns;

  return (
    <div className={styles.container}>
      <table role="table" aria-label={label} className={styles.table}>
        <thead>
          <tr role="row">
            {columns.map(column => (
              <th
                key={column.id}
                role="columnheader"
                aria-sort={ariaSortOf(column.id, sort)}
                style={{ width: `${column.width}%` }}
              >
                {sort?.columns.includes(column.id) ? (
                  <SortButton column={column} sort={sort} />
                ) : (
                  column.label
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id} role="row">
              <th role="rowheader" data-label={first.label}>
                {first.content(row)}
              </th>
              {others.map(column => (
                // eslint-disable-next-line jsx-a11y/no-interactive-element-to-noninteractive-role -- the rule takes it for a cell of a grid
                <td key={column.id} role="cell" data-label={column.label}>
                  {column.content(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SortButton<T>(props: { column: FlowColumn<T>; sort: TableSort }) {
  const { column, sort } = props;
  const isSorted = sort.by === column.id;
  const isUpwards = isSorted && sort.direction === 'asc';
  const SortedIcon = isUpwards ? RiArrowUpLine : RiArrowDownLine;
  const Icon = isSorted ? SortedIcon : RiArrowUpDownLine;

  return (
    <button
      type="button"
      className={styles.sort}
      onClick={() => sort.onChange(column.id, isUpwards ? 'desc' : 'asc')}
    >
      {column.label}
      <Icon aria-hidden size={16} className={isSorted ? '' : styles.unsorted} />
    </button>
  );
}

function ariaSortOf(column: string, sort: TableSort | undefined) {
  if (!sort?.columns.includes(column)) {
    return undefined;
  }
  if (sort.by !== column) {
    return 'none';
  }
  return sort.direction === 'asc' ? 'ascending' : 'descending';
}
