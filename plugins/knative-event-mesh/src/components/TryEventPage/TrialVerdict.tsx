import { Flex } from '@backstage/ui';
import {
  RiArrowRightCircleLine,
  RiIndeterminateCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { TriedTrigger } from '../../lib/tryEvent';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

const appearance = {
  yes: { Icon: RiArrowRightCircleLine, tone: 'positive', text: 'Delivers' },
  maybe: { Icon: RiQuestionLine, tone: 'warning', text: 'May deliver' },
  no: {
    Icon: RiIndeterminateCircleLine,
    tone: 'neutral',
    text: 'Does not deliver',
  },
} as const;

/** What a trigger does with an event, and why not or what it hangs on. */
export function TrialVerdict(props: Pick<TriedTrigger, 'outcome' | 'why'>) {
  const { outcome, why } = props;
  const { Icon, tone, text } = appearance[outcome];

  return (
    <Flex direction="column" gap="1">
      <StatusLabel tone={tone} icon={<Icon size={16} />} text={text} />
      {why.map(sentence => (
        <Sentence key={sentence} text={sentence} />
      ))}
    </Flex>
  );
}
