/**
 * The Go modules that we take CRDs from. Knative 1.N is published as v0.(N+27).
 */
export const knativeModules = {
  eventing: 'knative.dev/eventing@v0.50.0',
  serving: 'knative.dev/serving@v0.51.0',
  kafka: 'knative.dev/eventing-kafka-broker@v0.50.1',
} as const;

/** Releases of Knative with an EventType unlike that of the release before. */
export const eventTypeReleases = {
  '1.8': 'knative.dev/eventing@v0.35.0',
  '1.11': 'knative.dev/eventing@v0.38.0',
  '1.13': 'knative.dev/eventing@v0.40.0',
  '1.14': 'knative.dev/eventing@v0.41.0',
  '1.15': 'knative.dev/eventing@v0.42.0',
} as const;

/** A release of Knative whose EventType can be installed. */
export type EventTypeRelease = keyof typeof eventTypeReleases;
