import { Alert, Flex } from '@backstage/ui';
import type { EventTypeDetails } from 'backstage-plugin-knative-event-mesh-common';

const status = { error: 'danger', warning: 'warning', info: 'info' } as const;

/** What is wrong with an object, and what to do about it. */
export function FindingList(props: Pick<EventTypeDetails, 'findings'>) {
  return (
    <Flex direction="column" gap="2">
      {props.findings.map(({ code, severity, message, action }) => (
        <Alert
          key={`${code} ${message}`}
          status={status[severity]}
          icon
          title={message}
          description={action}
        />
      ))}
    </Flex>
  );
}
