import { Container, Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';

/** A part of the Event Mesh page: what it is for, and what it shows. */
export function PageContent(props: {
  /** One sentence. */
  introduction: string;
  children: ReactNode;
}) {
  return (
    // The page of Backstage has a header, but no landmark for what is below it.
    <main>
      <Container py="4">
        <Flex direction="column" gap="4">
          <Text variant="body-medium" color="secondary">
            {props.introduction}
          </Text>
          {props.children}
        </Flex>
      </Container>
    </main>
  );
}
