import { Text } from '@backstage/ui';
import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { ObjectLink } from '../ObjectLink';
import { Readiness } from '../Readiness';
import { Unconfirmed } from '../Unconfirmed';
import styles from './Provider.module.css';

/** What provides an event type, with its class and readiness. */
export function Provider(props: { provider: EventProvider }) {
  const { reference, entityRef, brokerClass, readiness, unconfirmed } =
    props.provider;
  const remark = entityRef ? brokerClass : 'not in the catalog';

  return (
    <div className={styles.line}>
      <ObjectLink reference={reference} entityRef={entityRef} />
      {remark && (
        <Text variant="body-small" color="secondary">
          {remark}
        </Text>
      )}
      {readiness && <Readiness readiness={readiness} />}
      <Unconfirmed unconfirmed={unconfirmed} />
    </div>
  );
}
