import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
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
 * A table with a name for screen readers, which the `Table` of
 * `@backstage/ui` 0.18 cannot have.
 */
export function FlowTable<T extends { id: string }>(props: {
  label: string;
  columns: FlowColumn<T>[];
  rows: T[];
}) {
  const { label, columns, rows } = props;

  return (
    <div className={styles.scroll}>
      <TableRoot aria-label={label}>
        <TableHeader columns={columns}>
          {column => (
            <Column
              id={column.id}
              className={styles[column.width]}
              isRowHeader={column === columns[0]}
            >
              {column.label}
            </Column>
          )}
        </TableHeader>
        <TableBody items={rows}>
          {row => (
            <Row id={row.id} columns={columns}>
              {column => (
                <Cell className={styles.cell}>{column.content(row)}</Cell>
              )}
            </Row>
          )}
        </TableBody>
      </TableRoot>
    </div>
  );
}
