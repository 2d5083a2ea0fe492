import { Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A part of a card or page under a heading of its own. */
export function Section(props: {
  title: string;
  /** Of the heading: below that of a card, unless it is said. */
  level?: 2 | 3;
  children: ReactNode;
}) {
  const { title, level = 3, children } = props;

  return (
    <Flex direction="column" gap="1">
      <Text
        as={`h${level}`}
        variant={level === 2 ? 'title-x-small' : 'body-medium'}
        weight="bold"
      >
        {title}
      </Text>
      {children}
    </Flex>
  );
}
