import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { BreakableText } from '../BreakableText';

/** An event type by its CloudEvents `type`, linked to its API entity. */
export function EventTypeLink(props: {
  /** Full entity ref of the API. */
  entityRef: string;
  type: string;
}) {
  return (
    <EntityRefLink entityRef={props.entityRef}>
      <BreakableText text={props.type} />
    </EntityRefLink>
  );
}
