import type { Entity } from '@backstage/catalog-model';
import { Flex } from '@backstage/ui';
import type {
  Emission,
  Setting,
  SourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { useProvidedEventTypes } from '../../hooks/useProvidedEventTypes';
import { certainFirst } from '../../lib/certainFirst';
import { countMatches } from '../../lib/countMatches';
import { BreakableText } from '../BreakableText';
import { DestinationLink } from '../DestinationLink';
import { EmissionVerdict } from '../Verdict';
import { EventTypeLink } from '../EventTypeLink';
import { FactList } from '../FactList';
import { FindingList } from '../FindingList';
import { type FlowColumn, FlowTable } from '../FlowTable';
import { Section } from '../Section';
import { Sentence } from '../Sentence';
import { StateLine } from '../StateLine';
import { settingFacts } from './settingFacts';

type EmissionRow = Emission & {
  id: string;
  /** Full entity ref of the API, where the catalog has one. */
  entityRef?: string;
};

const columns: FlowColumn<EmissionRow>[] = [
  {
    id: 'eventType',
    label: 'Event type',
    width: 42,
    content: ({ entityRef, type }) =>
      entityRef ? (
        <EventTypeLink entityRef={entityRef} type={type} />
      ) : (
        <BreakableText text={type} />
      ),
  },
  {
    id: 'verdict',
    label: 'Verdict',
    width: 20,
    content: ({ match }) => <EmissionVerdict match={match} />,
  },
  {
    id: 'source',
    label: 'CloudEvents source',
    width: 38,
    content: ({ source }) => (
      <Sentence text={source ? `\`${source}\`` : 'not known'} />
    ),
  },
];

/** What a source sends, where to, and what runs as it. */
export function SourceFlow(props: {
  entity: Entity;
  kind: string;
  details: SourceDetails;
}) {
  const { entity, kind, details } = props;
  const {
    sink,
    workloads,
    settings,
    identity,
    ceOverrides,
    readiness,
    findings,
  } = details;

  return (
    <Flex direction="column" gap="4">
      <StateLine kind={kind} readiness={readiness} />
      <FactList
        facts={[
          {
            term: 'Sends to',
            content: sink ? (
              <DestinationLink {...sink} />
            ) : (
              <Sentence text="Nothing: it names no sink." />
            ),
          },
          ...(workloads.length > 0
            ? [
                {
                  term: 'Runs as',
                  content: (
                    <Flex direction="column" gap="2">
                      {workloads.map((workload, index) => (
                        <DestinationLink key={index} {...workload} />
                      ))}
                    </Flex>
                  ),
                },
              ]
            : []),
          ...settingFacts(settings),
          ...(identity
            ? [
                {
                  term: 'Policies know it as',
                  content: <Sentence text={`\`${identity}\``} />,
                },
              ]
            : []),
          ...(ceOverrides.length > 0
            ? [
                {
                  term: 'Sets on all events',
                  content: <SettingLines settings={ceOverrides} />,
                },
              ]
            : []),
        ]}
      />
      <FindingList findings={findings} />
      <Emissions entity={entity} details={details} />
    </Flex>
  );
}

function Emissions(props: { entity: Entity; details: SourceDetails }) {
  const { emissions, mayEmitOthers } = props.details;
  const refOf = useProvidedEventTypes(props.entity);

  return (
    <Section
      title={
        emissions.length === 0
          ? 'Event types not known'
          : countMatches('event type', emissions)
      }
    >
      {emissions.length > 0 && (
        <FlowTable
          label="Event types"
          columns={columns}
          rows={certainFirst(emissions).map(emission => ({
            ...emission,
            id: `${emission.type} ${emission.source}`,
            entityRef: refOf(emission.type),
          }))}
          searchText={({ type, source = '' }) => `${type} ${source}`}
        />
      )}
      {(mayEmitOthers || emissions.length === 0) && (
        <Sentence
          text={
            emissions.length === 0
              ? 'What it sends cannot be known from the object.'
              : 'It may send others, which cannot be known from the object.'
          }
        />
      )}
    </Section>
  );
}

function SettingLines(props: { settings: Setting[] }) {
  return (
    <Flex direction="column" gap="1">
      {props.settings.map(({ name, value }) => (
        <Sentence key={name} text={`\`${name} = ${value}\``} />
      ))}
    </Flex>
  );
}
