import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex } from '@backstage/ui';
import {
  RiArrowRightCircleLine,
  RiIndeterminateCircleLine,
  RiQuestionLine,
} from '@remixicon/react';
import type { TriedTrigger } from '../../lib/tryEvent';
import { eventMeshTranslationRef } from '../../translation';
import { Sentence } from '../Sentence';
import { StatusLabel } from '../StatusLabel';

const appearance = {
  yes: { Icon: RiArrowRightCircleLine, tone: 'positive' },
  maybe: { Icon: RiQuestionLine, tone: 'warning' },
  no: { Icon: RiIndeterminateCircleLine, tone: 'neutral' },
} as const;

/** What a trigger does with an event, and why not or what it hangs on. */
export function TrialVerdict(props: Pick<TriedTrigger, 'outcome' | 'why'>) {
  const { outcome, why } = props;
  const { Icon, tone } = appearance[outcome];
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <Flex direction="column" gap="1">
      <StatusLabel
        tone={tone}
        icon={<Icon size={16} />}
        text={t(`tryEvent.verdict.${outcome}`)}
      />
      {why.map(sentence => (
        <Sentence key={sentence} text={sentence} />
      ))}
    </Flex>
  );
}
