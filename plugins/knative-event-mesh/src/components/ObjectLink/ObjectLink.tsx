import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type { ObjectReference } from 'backstage-plugin-knative-event-mesh-common';
import { describeReference } from '../../lib/describeReference';
import { BreakableText } from '../BreakableText';

/** A Kubernetes object by kind and name, linked to the entity of it if there is one. */
export function ObjectLink(props: {
  reference: ObjectReference;
  /** Full entity ref. */
  entityRef?: string;
}) {
  const { reference, entityRef } = props;
  const name = <BreakableText text={describeReference(reference)} />;

  return entityRef ? (
    <EntityRefLink entityRef={entityRef}>{name}</EntityRefLink>
  ) : (
    <Text variant="body-medium">{name}</Text>
  );
}
