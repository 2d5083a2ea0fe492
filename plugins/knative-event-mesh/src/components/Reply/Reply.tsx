import { Text } from '@backstage/ui';
import type { LinkedDestination } from 'backstage-plugin-knative-event-mesh-common';
import { InlineDestination } from '../InlineDestination';

/** Where the events go that a subscriber answers with. */
export function Reply(props: { reply: LinkedDestination }) {
  return (
    <Text variant="body-small" color="secondary">
      Answers go to <InlineDestination {...props.reply} />
    </Text>
  );
}
