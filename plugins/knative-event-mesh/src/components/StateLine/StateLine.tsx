import { Flex, Text } from '@backstage/ui';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { Explanation, Readiness } from '../Readiness';

/** What an object is, and whether it works. */
export function StateLine(props: {
  kind: string;
  readiness: EventProvider['readiness'];
}) {
  const { kind, readiness } = props;

  return (
    <Flex direction="column" gap="1">
      <Flex align="center" gap="3">
        <Text variant="body-small">{kind}</Text>
        {readiness && <Readiness readiness={readiness} />}
      </Flex>
      <Explanation readiness={readiness} />
    </Flex>
  );
}
