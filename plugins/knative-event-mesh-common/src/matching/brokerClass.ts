/**
 * What a broker class makes of a Trigger's filters.
 *
 * - `emptyValue`: what `{ subject: '' }` asks for in `spec.filter.attributes`.
 *   MTChannelBasedBroker wants the attribute present and not empty, Kafka drops
 *   the entry (knative.md 3.3). RabbitMQBroker hands the empty text to a headers
 *   exchange (eventing-rabbitmq pkg/rabbit/binding.go), which nobody documents
 *   as either, so it stays undecided.
 * - `evaluatesFilters`: RabbitMQBroker ignores `spec.filters` (knative.md 3.2).
 * - `attributeAliases`: other names under which the class knows an attribute.
 */
export interface FilterSemantics {
  emptyValue: 'present' | 'noConstraint' | 'undecided';
  evaluatesFilters: boolean;
  attributeAliases: ReadonlyMap<string, string>;
}

const schemaAlias = new Map([['schemaurl', 'dataschema']]);

const multiTenant: FilterSemantics = {
  emptyValue: 'present',
  evaluatesFilters: true,
  attributeAliases: schemaAlias,
};

const kafka: FilterSemantics = {
  emptyValue: 'noConstraint',
  evaluatesFilters: true,
  attributeAliases: schemaAlias,
};

const rabbitmq: FilterSemantics = {
  emptyValue: 'undecided',
  evaluatesFilters: false,
  attributeAliases: new Map(),
};

const semanticsOfClass = new Map([
  ['MTChannelBasedBroker', [multiTenant]],
  ['Kafka', [kafka]],
  ['KafkaNamespaced', [kafka]],
  ['RabbitMQBroker', [rabbitmq]],
]);

/**
 * The ways in which a broker may read its Triggers' filters: one for a class
 * that is known, else those of MTChannelBasedBroker and Kafka (knative.md 3.5).
 *
 * @param brokerClass - the annotation `eventing.knative.dev/broker.class`
 */
export function possibleSemantics(
  brokerClass: string | undefined,
): readonly FilterSemantics[] {
  return semanticsOfClass.get(brokerClass ?? '') ?? [multiTenant, kafka];
}
