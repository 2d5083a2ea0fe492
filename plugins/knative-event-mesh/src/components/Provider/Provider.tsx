import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Text } from '@backstage/ui';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { Readiness } from '../Readiness';
import styles from './Provider.module.css';

/** What provides an event type, with its class and readiness. */
export function Provider(props: { provider: EventProvider }) {
  const { reference, entityRef, brokerClass, readiness } = props.provider;
  const name = `${reference.kind} ${reference.namespace}/${reference.name}`;

  return (
    <div className={styles.line}>
      {entityRef ? (
        <EntityRefLink entityRef={entityRef}>{name}</EntityRefLink>
      ) : (
        <Text variant="body-medium">{name} (not in the catalog)</Text>
      )}
      {brokerClass && (
        <Text variant="body-small" color="secondary">
          {brokerClass}
        </Text>
      )}
      {readiness && <Readiness readiness={readiness} />}
    </div>
  );
}
