import {
  Cell,
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
} from '@backstage/ui';
import type { ReactNode } from 'react';

/** A column of a {@link FlowTable}; the first one names the row. */
export interface FlowColumn<T> {
  id: string;
  label: string;
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
    <TableRoot aria-label={label}>
      <TableHeader columns={columns}>
        {column => (
          <Column id={column.id} isRowHeader={column === columns[0]}>
            {column.label}
          </Column>
        )}
      </TableHeader>
      <TableBody items={rows}>
        {row => (
          <Row id={row.id} columns={columns}>
            {column => <Cell>{column.content(row)}</Cell>}
          </Row>
        )}
      </TableBody>
    </TableRoot>
  );
}
