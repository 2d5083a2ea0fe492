import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { RiErrorWarningLine, RiLinkUnlink } from '@remixicon/react';
import type {
  ConsumerLink,
  SubscriberSummary,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeSubscriber } from '../../lib/describeSubscriber';
import { BreakableText } from '../BreakableText';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

/**
 * The components that a subscriber belongs to; for one that the catalog does
 * not know, the Kubernetes object and what to add.
 */
export function SubscriberLink(props: {
  subscriber: SubscriberSummary;
  link: ConsumerLink;
}) {
  const { subscriber, link } = props;
  const name = describeSubscriber(subscriber);

  if (link.state === 'linked') {
    return (
      <Flex direction="column" gap="1">
        <EntityRefLinks entityRefs={link.components} defaultKind="component" />
        <Sentence text={name} />
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="1">
      <Text variant="body-medium">
        <BreakableText text={name} />
      </Text>
      {link.state === 'notFound' ? (
        <StatusLabel
          tone="negative"
          icon={<RiErrorWarningLine size={16} />}
          text="Does not exist"
        />
      ) : (
        <StatusLabel
          tone="neutral"
          icon={<RiLinkUnlink size={16} />}
          text="Not linked"
        />
      )}
      {link.advice && <Sentence text={link.advice} />}
    </Flex>
  );
}
