import type {
  Authorization,
  ObjectReference,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import { parseAddresses } from './addresses';
import { parseAuthorization } from './authorization';
import {
  parseDeadLetterSinkUri,
  parseDelivery,
  type DeliverySpec,
} from './delivery';
import {
  readableObjectAt,
  readableObjectsAt,
  readableTextAt,
  statusOf,
  type UnknownObject,
} from './guards';
import type { GroupKind } from './knative';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { perKind } from './perKind';
import { conditionStatus, findCondition, isStatusStale } from './readiness';
import { readReference } from './references';
import { specOf } from './spec';

/** A channel of any kind, as far as the mesh needs it. */
export interface ChannelObject {
  metadata: Metadata;
  group: string;
  kind: string;
  owners: Owner[];
  /** The channel that does the work of a Channel: its `status.channel`. */
  backing?: ObjectReference;
  /** URLs at which it takes events; the first is the one that is used. */
  addresses: string[];
  delivery?: DeliverySpec;
  /** Address of the dead letter sink, as Knative has resolved it. */
  deadLetterSinkUri?: string;
  authorization?: Authorization;
  subscribers: ChannelSubscriber[];
  readiness?: Readiness;
}

/** What a channel says of its delivery to a subscriber (knative.md 4.4). */
export interface ChannelSubscriber {
  /** Of the Subscription. */
  uid: string;
  /**
   * The generation of the Subscription that this is about. If the Subscription
   * has a higher one, this is stale.
   */
  observedGeneration?: number;
  /** Stale if the channel itself has changed since. */
  readiness: Readiness;
}

/**
 * Gives what reads a channel of a kind, such as Channel or InMemoryChannel; for
 * the same kind always the same function, which throws MalformedObject.
 */
export const parseChannel = perKind(
  ({ group, kind }: GroupKind) =>
    (object: UnknownObject): ChannelObject => {
      const metadata = parseMetadata(object);
      const status = statusOf(object);
      const backing = readReference(
        readableObjectAt(status, 'channel'),
        metadata.namespace,
      );
      const delivery = parseDelivery(specOf(object), metadata.namespace);
      const deadLetterSinkUri = parseDeadLetterSinkUri(status);
      const authorization = parseAuthorization(object);
      const readiness = findCondition(object, 'Ready');
      return {
        metadata,
        group,
        kind,
        owners: parseOwners(object),
        ...(backing ? { backing } : {}),
        addresses: parseAddresses(object),
        ...(delivery ? { delivery } : {}),
        ...(deadLetterSinkUri ? { deadLetterSinkUri } : {}),
        ...(authorization ? { authorization } : {}),
        subscribers: parseSubscribers(object),
        ...(readiness ? { readiness } : {}),
      };
    },
);

function parseSubscribers(object: UnknownObject): ChannelSubscriber[] {
  const stale = isStatusStale(object);
  return readableObjectsAt(statusOf(object), 'subscribers').flatMap(
    subscriber => {
      const uid = readableTextAt(subscriber, 'uid');
      const message = readableTextAt(subscriber, 'message');
      const { observedGeneration, ready } = subscriber;
      return uid
        ? [
            {
              uid,
              ...(typeof observedGeneration === 'number'
                ? { observedGeneration }
                : {}),
              readiness: {
                status: conditionStatus(ready),
                ...(message ? { message } : {}),
                stale,
              },
            },
          ]
        : [];
    },
  );
}
