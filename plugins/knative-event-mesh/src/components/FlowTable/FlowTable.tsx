import type { ReactNode } from 'react';
import styles from './FlowTable.module.css';

/** A column of a {@link FlowTable}; the first one names the row. */
export interface FlowColumn<T> {
  id: string;
  label: string;
  /** A narrow column holds a name or a word, a wide one prose or links. */
  width: 'narrow' | 'wide';
  content: (row: T) => ReactNode;
}

/**
 * A plain table with a name. The `Table` of `@backstage/ui` is a grid to select
 * and sort in: it takes the tab key from the links in its cells and cannot be
 * named.
 */
export function FlowTable<T extends { id: string }>(props: {
  label: string;
  columns: FlowColumn<T>[];
  rows: T[];
}) {
  const { label, columns, rows } = props;
  const [first, ...others] = columns;

  return (
    <div className={styles.scroll}>
      <table aria-label={label} className={styles.table}>
        <thead>
          <tr>
            {columns.map(column => (
              <th key={column.id} scope="col" className={styles[column.width]}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(row => (
            <tr key={row.id}>
              <th scope="row">{first.content(row)}</th>
              {others.map(column => (
                <td key={column.id}>{column.content(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
