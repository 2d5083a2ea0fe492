import { Text } from '@backstage/ui';
import type { DeliverySummary } from 'backstage-plugin-knative-event-mesh-common';
import { describeOrigin } from '../../lib/describeOrigin';
import { describeRetries } from '../../lib/describeRetries';
import { BreakableText } from '../BreakableText';
import { InlineDestination } from '../InlineDestination';
import styles from './Delivery.module.css';

/**
 * What happens to an event that cannot be delivered, in one sentence: how
 * often it is tried, and where the event goes then.
 */
export function Delivery(props: {
  /** Absent when it cannot be told. */
  delivery?: DeliverySummary;
  /** What the sentence begins with, where no heading stands above it. */
  label?: string;
}) {
  const { delivery, label } = props;

  return (
    <Text variant="body-small" color="secondary" className={styles.delivery}>
      {label && `${label}: `}
      {delivery ? <Known delivery={delivery} /> : 'not known'}
    </Text>
  );
}

function Known(props: { delivery: DeliverySummary }) {
  const { deadLetterSink, deadLetterSinkFrom, deadLetterSinkUri, settings } =
    props.delivery;
  const descriptions = describeRetries(settings);
  const sinkOrigin = describeOrigin(deadLetterSinkFrom);
  // What all comes from one place is said to once, at the end.
  const isAllFromThere =
    sinkOrigin !== undefined &&
    descriptions.every(({ from }) => from === deadLetterSinkFrom);
  const retries = descriptions
    .map(({ text, from }) =>
      isAllFromThere ? text : withOrigin(text, describeOrigin(from)),
    )
    .join(', ');

  if (!deadLetterSink && !deadLetterSinkUri) {
    return (
      <>
        {retries && `${retries}, then `}
        <strong className={styles.dropped}>
          {retries ? 'dropped' : 'Dropped'}: no dead letter sink
        </strong>
      </>
    );
  }
  return (
    <>
      {retries && `${retries}, then to `}
      {retries ? 'dead letter sink ' : 'Dead letter sink '}
      {deadLetterSink ? (
        <InlineDestination {...deadLetterSink} />
      ) : (
        <BreakableText text={deadLetterSinkUri!} />
      )}
      {withOrigin(
        '',
        isAllFromThere && retries ? `all ${sinkOrigin}` : sinkOrigin,
      )}
    </>
  );
}

function withOrigin(text: string, origin?: string): string {
  return origin ? `${text} (${origin})` : text;
}
