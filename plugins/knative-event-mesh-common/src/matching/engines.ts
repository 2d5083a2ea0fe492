import type { FilterEngine } from './filterEngine';
import { kafkaEngine } from './kafkaEngine';
import { multiTenantEngine } from './multiTenantEngine';
import { rabbitmqEngine } from './rabbitmqEngine';

const engineOfClass = new Map([
  ['MTChannelBasedBroker', [multiTenantEngine]],
  ['Kafka', [kafkaEngine]],
  ['KafkaNamespaced', [kafkaEngine]],
  ['RabbitMQBroker', [rabbitmqEngine]],
]);

/**
 * The engines that may filter a broker's events: one for a class that is known,
 * else those of MTChannelBasedBroker and Kafka (knative.md 3.5).
 *
 * @param brokerClass - the annotation `eventing.knative.dev/broker.class`
 */
export function possibleEngines(
  brokerClass: string | undefined,
): readonly FilterEngine[] {
  return (
    engineOfClass.get(brokerClass ?? '') ?? [multiTenantEngine, kafkaEngine]
  );
}
