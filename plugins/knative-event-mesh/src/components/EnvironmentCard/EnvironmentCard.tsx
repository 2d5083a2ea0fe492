import { useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Flex } from '@backstage/ui';
import {
  type EnvironmentDetails,
  readEnvironmentDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { countOf } from '../../lib/countOf';
import { isStale } from '../../lib/isStale';
import { timeOf } from '../../lib/timeOf';
import { FactList } from '../FactList';
import { FindingList } from '../FindingList';
import { MeshCard } from '../MeshCard';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { DoubtTable } from './DoubtTable';
import { OmissionTable } from './OmissionTable';
import { PolicyTable } from './PolicyTable';

/** How a mesh was read: when, how much of it, and what is wrong in it. */
export function EnvironmentCard() {
  const details = readEnvironmentDetails(useEntity().entity);

  return (
    <MeshCard title="Event mesh">
      {details ? (
        <Environment details={details} />
      ) : (
        <Sentence text="The catalog does not say how this mesh was read." />
      )}
    </MeshCard>
  );
}

function Environment(props: { details: EnvironmentDetails }) {
  const { details } = props;
  const { findings, findingsLeftOut, omitted, doubts, policies } = details;

  return (
    <Flex direction="column" gap="4">
      {isStale(details, new Date()) && (
        <Alert
          status="warning"
          icon
          title="The mesh could not be read for a while."
          description={`What the pages show is as of ${timeOf(
            details.lastGoodPoll,
          )}. The log of the Backstage backend says why.`}
        />
      )}
      <FactList facts={factsOf(details)} />
      <FindingList findings={findings} />
      {findingsLeftOut !== undefined && (
        <Sentence
          text={`${countOf(
            findingsLeftOut,
            'more finding',
          )} could not be kept.`}
        />
      )}
      {omitted.length > 0 && (
        <Section title="Not read">
          <OmissionTable omitted={omitted} />
        </Section>
      )}
      {doubts.length > 0 && (
        <Section title="Kept in doubt">
          <DoubtTable doubts={doubts} />
        </Section>
      )}
      {policies.length > 0 && (
        <Section title="Who may send">
          <PolicyTable policies={policies} />
        </Section>
      )}
    </Flex>
  );
}

function factsOf({
  lastGoodPoll,
  serviceVersion,
  counts,
  linkCoverage: { linked, total },
}: EnvironmentDetails) {
  return [
    {
      term: 'Last read',
      content: (
        <Sentence
          text={`${timeOf(
            lastGoodPoll,
          )}; while nothing changes, this is noted every ten minutes only`}
        />
      ),
    },
    {
      term: 'Service',
      content: <Sentence text={serviceVersion ?? 'version not known'} />,
    },
    {
      term: 'Objects',
      content: (
        <Sentence
          text={
            counts.map(({ kind, count }) => `${count} ${kind}`).join(', ') ||
            'none'
          }
        />
      ),
    },
    {
      term: 'Linked',
      content: (
        <Sentence
          text={`${linked} of ${countOf(total, 'subscriber')} to a Component`}
        />
      ),
    },
  ];
}
