import { Flex, SearchField, Text } from '@backstage/ui';
import { useState } from 'react';
import { ShortList } from '../ShortList';
import { type FlowColumn, PlainTable } from './PlainTable';

/** More rows than that cannot be overlooked without searching. */
const mostWithoutSearch = 20;
/** More rows than that take a browser noticeably long to lay out. */
const mostAtFirst = 50;

/** A {@link PlainTable} that can be searched where it is long. */
export function FlowTable<T extends { id: string }>(props: {
  label: string;
  columns: FlowColumn<T>[];
  rows: T[];
  /** What is searched in a long table; its letters may be of either case. */
  searchText: (row: T) => string;
}) {
  const { label, columns, rows, searchText } = props;
  const [query, setQuery] = useState('');
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = rows.filter(row => {
    const text = searchText(row).toLowerCase();
    return words.every(word => text.includes(word));
  });

  if (rows.length <= mostWithoutSearch) {
    return <PlainTable label={label} columns={columns} rows={rows} />;
  }
  return (
    <Flex direction="column" gap="2">
      <SearchField
        aria-label={`Search ${label.toLowerCase()}`}
        placeholder={`Search ${label.toLowerCase()}`}
        size="small"
        value={query}
        onChange={setQuery}
      />
      <Text variant="body-small" color="secondary" role="status">
        {words.length > 0 &&
          `${found.length} of ${rows.length} ${label.toLowerCase()}`}
      </Text>
      <ShortList items={found} most={mostAtFirst} noun={label.toLowerCase()}>
        {shown => <PlainTable label={label} columns={columns} rows={shown} />}
      </ShortList>
    </Flex>
  );
}
