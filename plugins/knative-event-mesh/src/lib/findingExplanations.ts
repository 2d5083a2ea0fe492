/**
 * What each code of a finding means, in short; docs/findings.md has more. What
 * stands in backticks is code.
 */
export const findingExplanations: Record<string, string> = {
  brokerMissing:
    'The broker of a trigger does not exist, so the trigger receives nothing. `spec.broker` cannot be changed: another broker needs another trigger. Without `brokerRef`, the broker is in the namespace of the trigger.',
  channelMissing:
    'The channel of a subscription does not exist, so the subscription receives nothing.',
  providerMissing:
    'What the `spec.reference` of an event type names does not exist, so nobody can receive the event type from it. Event types that Knative has created by itself stay when their broker is deleted.',
  subscriberMissing:
    'What events are delivered to does not exist. They go to the dead letter sink, if there is one.',
  replyMissing: 'Where answers are sent does not exist.',
  sinkMissing:
    'Where a source sends does not exist, so Knative does not start the source.',
  workloadMissing:
    'The subject of a SinkBinding does not exist, so nothing is bound.',
  deadLetterSinkMissing:
    'The dead letter sink does not exist. Events that cannot be delivered have nowhere to go, and with most classes of brokers the object is not ready either.',
  noDeadLetterSink:
    'Events that a subscriber does not accept after all retries are gone. One `spec.delivery.deadLetterSink` at the broker or channel does for all of its links.',
  deadLetterSinkHidden:
    'The broker has a dead letter sink, but the trigger states a `spec.delivery` without one, and brokers of this class take the delivery of the trigger as a whole.',
  filtersIgnored:
    'RabbitMQ brokers look at `spec.filter.attributes` only, so a trigger with `spec.filters` passes more than it looks like.',
  notReady:
    'The condition `Ready` is `False`, for the reason that its controller gives.',
  policyNotEnforced:
    'The feature `authentication-oidc` of Knative is off in the cluster, so that nobody looks at EventPolicies: everybody may send.',
  invalidFilter:
    'Knative does not accept the filter or expression; it was stored without the webhook that refuses it. Brokers differ in what they do with it, so what it passes is told as possible only.',
  filterNotEvaluated:
    'The filter is so long or so deep that it is not evaluated here, though Knative does. What it passes is told as possible only.',
  malformedObject:
    'The object does not have the shape of its kind. It is left out, and nothing is said to be missing because of it.',
  eventTypeNotConsumed:
    'No trigger of the broker, or subscription of the channel, passes the event type, or may pass it.',
  triggerMatchesNothing:
    'The broker has event types, and the filter passes none of them: either the filter is wrong, or what it is for has no EventType.',
  differentSchemas:
    'The same CloudEvents type has another schema elsewhere. Spaces and the order of keys make no difference.',
  noSchema:
    'The event type has neither a schema nor the URL of one. Knative 1.15 and later erase `spec.schemaData`; `spec.schema` is kept.',
  subscriberNotLinked:
    'What receives events carries no `backstage.io/kubernetes-id`, so that its events are shown but not related to a Component.',
  schemaShownRaw:
    'The schema cannot be part of an AsyncAPI definition: it is no JSON object, too large, of a draft before 06, or refers to elsewhere. It is shown as text.',
  metadataLeftOut:
    'The object has labels or annotations that are passed through and that the catalog does not accept.',
  ownerNotValid:
    'The annotation `knative-event-mesh/owner` of the object is no ref to a Group or User, so that the configured owner owns its entity.',
  nameTaken:
    'The object has no entity, because the entity of somebody else has the name already.',
  ownerNotFound:
    'Entities of the environment belong to an owner that is not in the catalog.',
  systemNotFound:
    'A System that is configured for entities of the environment is not in the catalog.',
};
