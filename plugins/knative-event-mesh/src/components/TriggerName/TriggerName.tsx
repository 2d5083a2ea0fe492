import { Flex, Text } from '@backstage/ui';
import type { TriggerSummary } from 'backstage-plugin-knative-event-mesh-common';
import { Readiness } from '../Readiness';

/**
 * A trigger by name. A working trigger needs no remark; one that does not work
 * delivers nothing, whatever its filter says.
 */
export function TriggerName(props: { trigger: TriggerSummary }) {
  const { namespace, name, readiness } = props.trigger;
  const needsRemark =
    readiness && (readiness.status !== 'True' || readiness.stale);

  return (
    <Flex direction="column" gap="1">
      <Text variant="body-small" title={`Trigger ${namespace}/${name}`}>
        {name}
      </Text>
      {needsRemark && <Readiness readiness={readiness} />}
    </Flex>
  );
}
