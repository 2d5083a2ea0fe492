import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import {
  type EnvironmentDetails,
  readEnvironmentDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import type { CatalogReading } from '../../hooks/useCatalogReading';
import { countOf } from '../../lib/countOf';
import { describeAge } from '../../lib/describeAge';
import type { MeshFinding } from '../../lib/findingsOf';
import { isStale } from '../../lib/isStale';
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
          <FactList facts={factsOf(details, findings)} />
        ) : (
          <Sentence text="The catalog does not say how this mesh was read." />
        )}
      </CardBody>
    </Card>
  );
}

function factsOf(
  details: EnvironmentDetails,
  findings: CatalogReading<MeshFinding[]>,
) {
  const { environment, linkCoverage, lastGoodPoll, omitted } = details;
  const now = new Date();

  return [
    {
      term: 'Health',
      content: (
        <Health
          isStale={isStale(details, now)}
          omissions={omitted.length}
          doubted={doubtedOf(details)}
        />
      ),
    },
    {
      term: 'Last read',
      content: (
        <span title={lastGoodPoll}>{describeAge(lastGoodPoll, now)}</span>
      ),
    },
    {
      term: 'Findings',
      content: (
        <FindingCounts
          environment={environment}
          findings={findings}
          leftOut={details.findingsLeftOut}
        />
      ),
    },
    {
      term: 'Linked',
      content: (
        <Flex direction="column" gap="1">
          <span>{coverageOf(linkCoverage)}</span>
          {linkCoverage.linked < linkCoverage.total && (
            <FindingsLink filter={{ environment, code: 'subscriberNotLinked' }}>
              Subscribers without an id
            </FindingsLink>
          )}
        </Flex>
      ),
    },
    { term: 'Objects', content: <KindCounts counts={details.counts} /> },
  ];
}

function coverageOf({ linked, total }: EnvironmentDetails['linkCoverage']) {
  return total === 0
    ? 'No subscribers'
    : `${linked} of ${countOf(total, 'subscriber')} to a Component`;
}

/** What is only not read stays, too, but is told as an omission. */
function doubtedOf({ doubts }: EnvironmentDetails): number {
  return doubts
    .filter(({ reason }) => reason === 'removals')
    .reduce((sum, { entities }) => sum + entities, 0);
}
