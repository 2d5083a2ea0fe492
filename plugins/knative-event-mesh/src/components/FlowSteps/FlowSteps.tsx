import { Flex, Text } from '@backstage/ui';
import type { FlowStepSummary } from 'backstage-plugin-knative-event-mesh-common';
import { Delivery } from '../Delivery';
import { DestinationLink } from '../DestinationLink';
import { InlineDestination } from '../InlineDestination';
import { Trouble } from '../Readiness';
import { Reply } from '../Reply';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import styles from './FlowSteps.module.css';

/** More steps than that are seldom written by hand. */
const mostAtFirst = 20;

/** The steps of a Sequence in their order, or the branches of a Parallel. */
export function FlowSteps(props: {
  kind: 'Sequence' | 'Parallel';
  steps: FlowStepSummary[];
}) {
  const { kind, steps } = props;
  const isSequence = kind === 'Sequence';
  const title = isSequence ? 'Steps' : 'Branches';
  const List = isSequence ? 'ol' : 'ul';

  return (
    <Section title={title}>
      <ShortList
        items={steps.map((step, index) => ({ step, number: index + 1 }))}
        most={mostAtFirst}
        noun={title.toLowerCase()}
      >
        {shown => (
          <List
            className={isSequence ? styles.sequence : styles.parallel}
            aria-label={title}
          >
            {shown.map(({ step, number }) => (
              <li key={number} className={styles.step}>
                <span className={styles.number} aria-hidden>
                  {number}
                </span>
                <Step step={step} isBranch={!isSequence} />
              </li>
            ))}
          </List>
        )}
      </ShortList>
    </Section>
  );
}

function Step(props: { step: FlowStepSummary; isBranch: boolean }) {
  const { filter, subscriber, reply, delivery, readiness } = props.step;

  return (
    <Flex direction="column" gap="1">
      {props.isBranch && (
        <Text variant="body-small" color="secondary">
          {filter ? (
            <>
              Takes what <InlineDestination {...filter} isExact /> answers
            </>
          ) : (
            'Takes every event'
          )}
        </Text>
      )}
      {subscriber ? (
        <DestinationLink {...subscriber} />
      ) : (
        <Sentence text="No subscriber is named." />
      )}
      <Trouble readiness={readiness} />
      {reply && <Reply reply={reply} />}
      <Delivery delivery={delivery} label="If delivery fails" />
    </Flex>
  );
}
