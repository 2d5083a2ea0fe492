import { Flex, Text } from '@backstage/ui';
import type { TriggerSummary } from 'backstage-plugin-knative-event-mesh-common';
import { describeFilter } from '../../lib/describeFilter';
import { BreakableText } from '../BreakableText';
import styles from './Filter.module.css';

/** What a trigger lets pass, as written. */
export function Filter(props: { trigger: TriggerSummary }) {
  const conditions = describeFilter(props.trigger);

  return conditions.length === 0 ? (
    <Text variant="body-small" color="secondary">
      every event
    </Text>
  ) : (
    <Flex direction="column" gap="1">
      {conditions.map(condition => (
        <code key={condition} className={styles.condition}>
          <BreakableText text={condition} />
        </code>
      ))}
    </Flex>
  );
}
