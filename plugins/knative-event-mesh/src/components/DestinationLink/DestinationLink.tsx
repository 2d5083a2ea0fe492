import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import { Flex, Text } from '@backstage/ui';
import { RiErrorWarningLine, RiLinkUnlink } from '@remixicon/react';
import type { LinkedDestination } from 'backstage-plugin-knative-event-mesh-common';
import { describeDestination } from '../../lib/describeDestination';
import { BreakableText } from '../BreakableText';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';
import { Unconfirmed } from '../Unconfirmed';

/**
 * The components that a destination belongs to; for one that the catalog does
 * not know, the Kubernetes object and what to add.
 */
export function DestinationLink(props: LinkedDestination) {
  const { destination, link } = props;
  const name = describeDestination(destination);

  if (link.state === 'linked') {
    return (
      <Flex direction="column" gap="1">
        <EntityRefLinks entityRefs={link.components} defaultKind="component" />
        <Sentence text={name} />
        <Unconfirmed unconfirmed={link.unconfirmed} />
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
