import type { Entity } from '@backstage/catalog-model';
import {
  type AttributeDeclaration,
  type EventProvider,
  readEventTypeDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { isTemplate } from './isTemplate';
import { type ContractSchema, schemaOfContract } from './schemaOfContract';
import { addressIn, definitionOf, payloadIn } from './definition';

/** An attribute of the events of a type. */
export interface ContractAttribute {
  name: string;
  isRequired: boolean;
  /** Absent when any value is possible. */
  value?: string;
  /** Whether the value has names in braces that stand for any text. */
  isTemplate: boolean;
}

/** What producers and consumers of an event type can rely on. */
export interface EventContract {
  /** The CloudEvents `type` attribute. */
  type: string;
  /** Required ones first. */
  attributes: ContractAttribute[];
  /** Absent when there is none. */
  schema?: ContractSchema;
  /** An address that the schema is said to be at; never fetched. */
  schemaUrl?: string;
  /** Absent when the event type is not assigned to anything, or does not say. */
  provider?: EventProvider;
  /** Where events are sent to, as far as the definition says. */
  address?: string;
}

/** What CloudEvents demands of every event. */
const always = ['id', 'source', 'specversion', 'type'];

/**
 * The contract of an event type, as far as its entity says. An entity of another
 * module has no details: what CloudEvents demands of every event, and its
 * definition, are still there.
 */
export function contractOf(entity: Entity): EventContract {
  const details = readEventTypeDetails(entity);
  const type = details?.type ?? entity.metadata.title ?? entity.metadata.name;
  const definition = definitionOf(entity);

  return {
    type,
    attributes: attributesOf(type, details?.attributes ?? []),
    schema: schemaOfContract({
      rawSchema: details?.rawSchema,
      payload: payloadIn(definition),
      definition,
    }),
    schemaUrl: details?.schemaUrl,
    provider: details?.provider,
    address: addressIn(definition),
  };
}

function attributesOf(
  type: string,
  declared: AttributeDeclaration[],
): ContractAttribute[] {
  const byName = new Map(
    [...always.map(name => ({ name, required: true })), ...declared].map(
      (attribute: AttributeDeclaration) => [attribute.name, attribute],
    ),
  );
  byName.set('specversion', {
    name: 'specversion',
    value: '1.0',
    required: true,
  });
  byName.set('type', { name: 'type', value: type, required: true });

  return [...byName.values()]
    .map(({ name, required, value }) => ({
      name,
      isRequired: required || always.includes(name),
      value,
      isTemplate: isTemplate(value),
    }))
    .sort(
      (a, b) =>
        Number(b.isRequired) - Number(a.isRequired) ||
        (a.name < b.name ? -1 : 1),
    );
}
