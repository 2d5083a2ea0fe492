import { parse } from 'yaml';
import {
  documentedTriggers,
  type DocumentedTrigger,
  type DocumentedVerdict,
} from '../__testUtils__/documentedVerdicts';
import {
  readMatchingDocument,
  type DocumentSection,
} from '../__testUtils__/matchingDocument';
import { attributesOfEventType, matchTrigger } from '../index';

const sections = readMatchingDocument();
const examples = sections.flatMap(section =>
  documentedTriggers(section).flatMap(trigger =>
    trigger.verdicts.flatMap(verdict =>
      verdict.brokerClasses.map(brokerClass => ({
        heading: section.heading,
        asks: JSON.stringify(trigger.filters ?? trigger.filter).slice(0, 80),
        brokerClass,
        trigger,
        verdict,
      })),
    ),
  ),
);

function matchOf(
  { attributes, filter, filters }: DocumentedTrigger,
  brokerClass: string,
  { isKnativeAtLeast115 }: Pick<DocumentedVerdict, 'isKnativeAtLeast115'>,
) {
  const trigger = { filter, filters };
  return matchTrigger({
    attributes,
    trigger,
    brokerClass,
    isKnativeAtLeast115,
  });
}

function sectionOf(heading: string): DocumentSection {
  const found = sections.find(section => section.heading === heading);
  if (!found) {
    throw new Error(`docs/matching.md has no section ${heading}`);
  }
  return found;
}

/** The rows of the table in a section whose first column has a header. */
function rowsOf(heading: string, firstHeader: string): string[][] {
  const { tableRows } = sectionOf(heading);
  const start = tableRows.findIndex(([header]) => header === firstHeader);
  return start < 0 ? [] : tableRows.slice(start + 2);
}

/** What is written in backticks. */
function codeIn(cell: string): string {
  return cell.replace(/^`|`$/g, '');
}

/** The word that a cell begins with. */
function verdictIn(cell: string): string | undefined {
  return cell.match(/^(yes|no|maybe)\b/)?.[0];
}

describe('examples of docs/matching.md', () => {
  it.each(examples)(
    '$heading: $asks is $verdict.match on $brokerClass',
    ({ trigger, verdict, brokerClass }) => {
      const { match, reasons } = matchOf(trigger, brokerClass, verdict);
      const codes = [...new Set(reasons.map(({ code }) => code))].sort();
      expect({ match, codes }).toEqual({
        match: verdict.match,
        codes: verdict.codes,
      });
    },
  );

  it.each(sections.filter(({ quotes }) => quotes.length > 0))(
    '$heading: quotes sentences that its examples bring about',
    ({ heading, quotes }) => {
      const sentences = examples
        .filter(example => example.heading === heading)
        .flatMap(({ trigger, brokerClass, verdict }) =>
          matchOf(trigger, brokerClass, verdict).reasons.map(
            ({ text }) => text,
          ),
        );
      expect(sentences).toEqual(expect.arrayContaining(quotes));
    },
  );
});

describe('tables of docs/matching.md', () => {
  it.each(rowsOf('Variables', 'The event type declares'))(
    '%s, asked for %s, is %s',
    (declared, asked, said) => {
      const attributes = attributesOfEventType({
        type: 'com.example.order.placed',
        ...parse(codeIn(declared)),
      });
      for (const brokerClass of ['MTChannelBasedBroker', 'Kafka']) {
        const { match } = matchTrigger({
          attributes,
          trigger: { filters: [parse(codeIn(asked))] },
          brokerClass,
          isKnativeAtLeast115: true,
        });
        expect(match).toBe(verdictIn(said));
      }
    },
  );

  const differing = 'The same filter on different brokers';
  const eventType = parse(sectionOf(differing).yamlBlocks[0]).spec;

  it.each(rowsOf(differing, 'Element of `filters`'))(
    '%s: %s; on Kafka %s',
    (element, onMultiTenant, onKafka) => {
      const matchOn = (brokerClass: string) =>
        matchTrigger({
          attributes: attributesOfEventType(eventType),
          trigger: { filters: [parse(codeIn(element))] },
          brokerClass,
          isKnativeAtLeast115: true,
        }).match;
      expect(matchOn('MTChannelBasedBroker')).toBe(verdictIn(onMultiTenant));
      expect(matchOn('Kafka')).toBe(verdictIn(onKafka));
      expect(matchOn('KafkaNamespaced')).toBe(verdictIn(onKafka));
    },
  );
});

describe('chain of docs/matching.md', () => {
  const manifests = new Map(
    sectionOf('How a link comes about')
      .yamlBlocks.flatMap(block => block.split(/^---$/m))
      .map(text => parse(text))
      .map(manifest => [manifest.kind, manifest]),
  );
  const { Broker, EventType, Trigger, Service, Component } =
    Object.fromEntries(manifests);

  it('leads from the event type to the component', () => {
    expect(EventType.spec.reference).toEqual(referenceTo(Broker));
    expect(Trigger.metadata.namespace).toBe(Broker.metadata.namespace);
    expect(Trigger.spec.broker).toBe(Broker.metadata.name);
    expect(Trigger.spec.subscriber.ref).toEqual(referenceTo(Service));
    const id = 'backstage.io/kubernetes-id';
    expect(Component.metadata.annotations[id]).toBe(
      Service.metadata.labels[id],
    );
  });

  function referenceTo({ apiVersion, kind, metadata }: typeof Broker) {
    const { namespace, name } = metadata;
    return { apiVersion, kind, namespace, name };
  }
});
