import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import {
  type EnvironmentDetails,
  readEnvironmentDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import type { CatalogReading } from '../../hooks/useCatalogReading';
import { describeAge } from '../../lib/describeAge';
import type { MeshFinding } from '../../lib/findingsOf';
import { isStale } from '../../lib/isStale';
import { eventMeshTranslationRef } from '../../translation';
import type { MeshTexts } from '../../translation/MeshTexts';
import { FactList } from '../FactList';
import { FindingsLink } from '../FindingsLink';
import { readableCard } from '../MeshCard';
import { Sentence } from '../Sentence';
import { FindingCounts } from './FindingCounts';
import { Health } from './Health';
import { KindCounts } from './KindCounts';

/** How an environment was read, what is in it, and how much is wrong there. */
export function EnvironmentSummary(props: {
  entity: Entity;
  findings: CatalogReading<MeshFinding[]>;
}) {
  const { entity, findings } = props;
  const details = readEnvironmentDetails(entity);
  const { title, name } = entity.metadata;
  const { t } = useTranslationRef(eventMeshTranslationRef);

  return (
    <Card className={readableCard}>
      <CardHeader>
        <Text as="h2" variant="title-x-small">
          <EntityRefLink entityRef={stringifyEntityRef(entity)}>
            {details?.environment ?? title ?? name}
          </EntityRefLink>
        </Text>
      </CardHeader>
      <CardBody>
        {details ? (
          <FactList facts={factsOf(details, findings, t)} />
        ) : (
          <Sentence text={t('overview.unknown')} />
        )}
      </CardBody>
    </Card>
  );
}

function factsOf(
  details: EnvironmentDetails,
  findings: CatalogReading<MeshFinding[]>,
  t: MeshTexts,
) {
  const { environment, linkCoverage, lastGoodPoll, omitted } = details;
  const now = new Date();

  return [
    {
      term: t('overview.health.title'),
      content: (
        <Health
          isStale={isStale(details, now)}
          omissions={omitted.length}
          doubted={doubtedOf(details)}
        />
      ),
    },
    {
      term: t('overview.age.title'),
      content: (
        <span title={lastGoodPoll}>{describeAge(lastGoodPoll, now, t)}</span>
      ),
    },
    {
      term: t('overview.findings.title'),
      content: (
        <FindingCounts
          environment={environment}
          findings={findings}
          leftOut={details.findingsLeftOut}
        />
      ),
    },
    {
      term: t('overview.linked.title'),
      content: (
        <Flex direction="column" gap="1">
          <span>
            {t('overview.linked.subscribers', {
              count: linkCoverage.total,
              linked: String(linkCoverage.linked),
            })}
          </span>
          {linkCoverage.linked < linkCoverage.total && (
            <FindingsLink filter={{ environment, code: 'subscriberNotLinked' }}>
              {t('overview.linked.withoutId')}
            </FindingsLink>
          )}
        </Flex>
      ),
    },
    {
      term: t('overview.objects'),
      content: <KindCounts counts={details.counts} />,
    },
  ];
}

/** What is only not read stays, too, but is told as an omission. */
function doubtedOf({ doubts }: EnvironmentDetails): number {
  return doubts
    .filter(({ reason }) => reason === 'removals')
    .reduce((sum, { entities }) => sum + entities, 0);
}
