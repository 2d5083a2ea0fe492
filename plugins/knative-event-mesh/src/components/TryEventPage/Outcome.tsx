import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Flex, Text } from '@backstage/ui';
import { useMemo } from 'react';
import type { BrokerDetails } from 'backstage-plugin-knative-event-mesh-common';
import type { TriedTrigger } from '../../lib/tryEvent';
import { eventMeshTranslationRef } from '../../translation';
import type { MeshTexts } from '../../translation/MeshTexts';
import { DestinationLink } from '../DestinationLink';
import { Filter } from '../Filter';
import { type FlowColumn, PlainTable } from '../FlowTable';
import { LinkName } from '../LinkName';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { ShortList } from '../ShortList';
import { StateLine } from '../StateLine';
import { TrialVerdict } from './TrialVerdict';

/** More rows than that take a browser noticeably long to lay out. */
const mostAtFirst = 50;

function columnsOf(t: MeshTexts): FlowColumn<TriedTrigger>[] {
  return [
    {
      id: 'trigger',
      label: t('tryEvent.triggers.trigger'),
      width: 18,
      content: ({ via }) => <LinkName link={via} />,
    },
    {
      id: 'verdict',
      label: t('tryEvent.triggers.verdict'),
      width: 28,
      content: ({ outcome, why }) => (
        <TrialVerdict outcome={outcome} why={why} />
      ),
    },
    {
      id: 'filter',
      label: t('tryEvent.triggers.filter'),
      width: 30,
      content: ({ via, notes }) => <Filter link={via} notes={notes} />,
    },
    {
      id: 'consumer',
      label: t('tryEvent.triggers.consumer'),
      width: 24,
      content: ({ subscriber, link }) => (
        <DestinationLink destination={subscriber} link={link} />
      ),
    },
  ];
}

/** What each trigger of a broker does with the event. */
export function Outcome(props: {
  details: BrokerDetails;
  /** Absent while nothing is known of the event. */
  tried?: TriedTrigger[];
}) {
  const { details, tried } = props;
  const { brokerClass, readiness, triggers } = details;
  const { t } = useTranslationRef(eventMeshTranslationRef);
  const columns = useMemo(() => columnsOf(t), [t]);

  return (
    <Section title={t('tryEvent.triggers.title')} level={2}>
      <Flex direction="column" gap="3">
        <StateLine
          kind={brokerClass ?? t('tryEvent.triggers.withoutClass')}
          readiness={readiness}
        />
        <Text variant="body-medium" role="status">
          {summaryOf(triggers.length, tried, t)}
        </Text>
        {tried && tried.length > 0 && (
          <>
            <ShortList
              items={tried}
              most={mostAtFirst}
              noun={t('tryEvent.triggers.what')}
            >
              {shown => (
                <PlainTable
                  label={t('tryEvent.triggers.title')}
                  columns={columns}
                  rows={shown}
                />
              )}
            </ShortList>
            <Sentence text={t('tryEvent.triggers.hint')} />
          </>
        )}
      </Flex>
    </Section>
  );
}

function summaryOf(
  triggers: number,
  tried: TriedTrigger[] | undefined,
  t: MeshTexts,
): string {
  if (triggers === 0) {
    return t('tryEvent.triggers.none');
  }
  if (!tried) {
    return t('tryEvent.triggers.ask', { count: triggers });
  }
  const count = (outcome: TriedTrigger['outcome']) =>
    tried.filter(trigger => trigger.outcome === outcome).length;
  const outcome = { count: triggers, delivering: String(count('yes')) };
  const possible = count('maybe');
  return possible === 0
    ? t('tryEvent.triggers.outcome', outcome)
    : t('tryEvent.triggers.outcomeInDoubt', {
        ...outcome,
        possible: String(possible),
      });
}
