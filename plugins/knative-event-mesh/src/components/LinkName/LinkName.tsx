import { Flex, Text } from '@backstage/ui';
import type { LinkSummary } from 'backstage-plugin-knative-event-mesh-common';
import { describeReference } from '../../lib/describeReference';
import { BreakableText } from '../BreakableText';
import { Trouble } from '../Readiness';

/**
 * A trigger or subscription by name. A working one needs no remark; one that
 * does not work delivers nothing, whatever its filter says.
 */
export function LinkName(props: {
  link: LinkSummary;
  /** What a heading calls it already. */
  heading?: string;
}) {
  const { kind, name, readiness, channelReadiness } = props.link;

  return (
    <Flex direction="column" gap="1">
      <Text variant="body-small" title={describeReference(props.link)}>
        {/* Nearly all links are triggers: only others are worth a word. */}
        {kind !== 'Trigger' && kind !== props.heading && `${kind} `}
        <BreakableText text={name} />
      </Text>
      <Trouble readiness={readiness} />
      <Trouble of="Channel" readiness={channelReadiness} />
    </Flex>
  );
}
