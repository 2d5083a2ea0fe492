import { parse } from 'yaml';
import type { AttributeDeclaration } from '../contract';
import { attributesOfEventType } from '../matching';
import type { DocumentSection } from './matchingDocument';

/** A Trigger in the document, with the event type that it is asked about. */
export interface DocumentedTrigger {
  attributes: AttributeDeclaration[];
  filter?: Record<string, string>;
  filters?: unknown[];
  /** The comments that state what it comes to. */
  verdicts: DocumentedVerdict[];
}

/** A comment such as `# verdict: maybe (attributeOptional) on Kafka`. */
export interface DocumentedVerdict {
  text: string;
  match: string;
  /** Sorted. */
  codes: string[];
  brokerClasses: string[];
  isKnativeAtLeast115: boolean;
}

interface Manifest {
  kind: string;
  spec: {
    type?: string;
    source?: string;
    schema?: string;
    attributes?: { name: string; required?: boolean; value?: string }[];
    filter?: { attributes?: Record<string, string> };
    filters?: unknown[];
  };
}

/** The classes of a broker by the words of the document. */
const brokerClasses = new Map([
  [undefined, ['MTChannelBasedBroker', 'Kafka', 'KafkaNamespaced']],
  ['MTChannelBasedBroker', ['MTChannelBasedBroker']],
  ['Kafka', ['Kafka', 'KafkaNamespaced']],
  ['RabbitMQBroker', ['RabbitMQBroker']],
  ['an unknown class', ['somebody.example.com/Broker']],
]);

const verdictComment =
  /^# verdict: (yes|no|maybe)(?: \(([\w, ]+)\))?(?: on (.+?))?(?:, (Knative before 1\.15))?$/;

/**
 * The Triggers in the YAML of a section. Each is asked about the EventType that
 * stands last before it in the section.
 */
export function documentedTriggers({
  yamlBlocks,
}: DocumentSection): DocumentedTrigger[] {
  const triggers: DocumentedTrigger[] = [];
  let attributes: AttributeDeclaration[] | undefined;
  for (const text of yamlBlocks.flatMap(block => block.split(/^---$/m))) {
    const { kind, spec } = parse(text, { maxAliasCount: -1 }) as Manifest;
    if (kind === 'EventType') {
      attributes = attributesOf(spec);
    } else if (kind === 'Trigger') {
      if (!attributes) {
        throw new Error(`There is no EventType before ${text}`);
      }
      triggers.push({
        attributes,
        filter: spec.filter?.attributes,
        filters: spec.filters,
        verdicts: verdictsIn(text),
      });
    }
  }
  return triggers;
}

function attributesOf({ type, source, schema, attributes }: Manifest['spec']) {
  const listedType = attributes?.find(({ name }) => name === 'type')?.value;
  return attributesOfEventType({
    type: type ?? listedType ?? '',
    source,
    schema,
    attributes,
  });
}

function verdictsIn(text: string): DocumentedVerdict[] {
  const comments = text.split('\n').filter(line => /^# *verdict/i.test(line));
  if (comments.length === 0) {
    throw new Error(`There is no verdict on ${text}`);
  }
  return comments.map(comment => {
    const [, match, codes = '', on, before115] =
      comment.match(verdictComment) ?? [];
    const classes = brokerClasses.get(on);
    if (!match || !classes) {
      throw new Error(`Not a verdict: ${comment}`);
    }
    return {
      text: comment,
      match,
      codes: codes.split(', ').filter(Boolean).sort(),
      brokerClasses: classes,
      isKnativeAtLeast115: !before115,
    };
  });
}
