import { Flex } from '@backstage/ui';
import type { EventProducer } from 'backstage-plugin-knative-event-mesh-common';
import { describeEvidence } from '../../lib/describeEvidence';
import { ObjectLink } from '../ObjectLink';
import { Sentence } from '../Sentence';

/** Why something is taken for a producer, with the object that shows it. */
export function ProducerEvidence(props: { producer: EventProducer }) {
  const { producer } = props;

  return (
    <Flex direction="column" gap="1">
      <ObjectLink reference={producer.via} entityRef={producer.entityRef} />
      <Sentence text={describeEvidence(producer)} />
    </Flex>
  );
}
