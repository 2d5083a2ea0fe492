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
}) {
  const { label, columns, rows } = props;
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
                style={{ width: `${column.width}%` }}
              >
                {column.label}
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
