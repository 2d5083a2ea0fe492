import { EntityRefLinks } from '@backstage/plugin-catalog-react';
import type { LinkedDestination } from 'backstage-plugin-knative-event-mesh-common';
import { describeDestination } from '../../lib/describeDestination';
import { BreakableText } from '../BreakableText';

/**
 * A destination within a sentence: a link where there is one, else the name.
 * How to link it is told where it is the subject of a row.
 */
export function InlineDestination(
  props: LinkedDestination & {
    /** Whether to name the object, too: a component may run several. */
    isExact?: boolean;
  },
) {
  const { destination, link, isExact = false } = props;
  const name = describeDestination(destination);

  if (link.state === 'linked') {
    return (
      <span title={name}>
        <EntityRefLinks
          entityRefs={link.components}
          defaultKind="component"
          hideIcons
        />
        {isExact && ` (${name})`}
      </span>
    );
  }
  return (
    <>
      <BreakableText text={name} />
      {link.state === 'notFound' && ', which does not exist'}
    </>
  );
}
