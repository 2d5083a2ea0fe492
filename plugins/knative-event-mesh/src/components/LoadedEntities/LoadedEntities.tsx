import type { Entity } from '@backstage/catalog-model';
import { Alert, Skeleton, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import type { MeshEntities } from '../../hooks/useMeshEntities';

/** What is made of entities once the catalog has answered. */
export function LoadedEntities(props: {
  result: MeshEntities;
  children: (entities: Entity[]) => ReactNode;
}) {
  const { result, children } = props;

  switch (result.status) {
    case 'loading':
      return <Skeleton width="100%" height={48} />;
    case 'error':
      return (
        <Alert
          status="danger"
          icon
          title="The event mesh of this entity could not be read from the catalog."
          description={result.error.message}
        />
      );
    default:
      return (
        <>
          {children(result.entities)}
          {!result.isComplete && (
            <Text variant="body-small">
              This is only a part: the catalog has more than can be shown here.
            </Text>
          )}
        </>
      );
  }
}
