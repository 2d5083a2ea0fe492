/**
 * Versions of Knative's broker for Kafka whose filters are asked. The later one
 * changed what an absent `subject` means in `exact`.
 */
export const kafkaBrokerVersions = ['v0.49.2', 'v0.50.1'] as const;

export type KafkaBrokerVersion = (typeof kafkaBrokerVersions)[number];
