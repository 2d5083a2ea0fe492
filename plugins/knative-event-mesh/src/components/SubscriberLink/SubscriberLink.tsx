import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { RiLinkUnlink } from '@remixicon/react';
import type {
  ConsumerLink,
  SubscriberSummary,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeSubscriber } from '../../lib/describeSubscriber';

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
        <Text variant="body-x-small" color="secondary">
          {name}
        </Text>
      </Flex>
    );
  }
  return (
    <Flex direction="column" gap="1">
      <Text variant="body-medium">{name}</Text>
      <Flex align="center" gap="1">
        <RiLinkUnlink size={14} aria-hidden />
        <Text variant="body-x-small" color="warning">
          {link.state === 'notFound' ? 'Does not exist' : 'Not linked'}
        </Text>
      </Flex>
      {link.advice && (
        <Text variant="body-x-small" color="secondary">
          {link.advice}
        </Text>
      )}
    </Flex>
  );
}
