import type {
  ConsumerCounts,
  EventConsumer,
} from 'backstage-plugin-knative-event-mesh-common';

/** How many ways there are to a consumer; undefined where they cannot be told. */
export function countConsumers(
  consumers: EventConsumer[] | undefined,
): ConsumerCounts | undefined {
  return (
    consumers && {
      yes: consumers.filter(({ match }) => match === 'yes').length,
      maybe: consumers.filter(({ match }) => match === 'maybe').length,
    }
  );
}
