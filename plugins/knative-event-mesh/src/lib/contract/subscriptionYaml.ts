import type { EventProvider } from 'backstage-plugin-knative-event-mesh-common';
import { Document, isMap } from 'yaml';

const eventingGroup = 'eventing.knative.dev';
const messagingGroup = 'messaging.knative.dev';
/** The longest name of an object that Knative makes a Service for. */
const longestName = 63;

const subscriber = {
  ref: { apiVersion: 'v1', kind: 'Service', name: 'my-service' },
};

/** A manifest that subscribes something to an event type. */
export interface SubscriptionManifest {
  kind: 'Trigger' | 'Subscription';
  yaml: string;
}

/**
 * The manifest that subscribes a Service to an event type. Undefined where
 * nothing can be subscribed: what a source sends straight to its sink.
 *
 * @remarks
 * The filter is `spec.filter.attributes`, because each class of broker reads it;
 * some ignore `spec.filters` and would deliver everything. It names the type
 * alone: what else is declared may be wrong, and would lose events then. The
 * Trigger stands in the namespace of the broker, where `spec.broker` looks for
 * it.
 *
 * @param name - of the EventType
 */
export function subscriptionManifest(
  type: string,
  name: string,
  provider: EventProvider | undefined,
): SubscriptionManifest | undefined {
  const reference = provider?.reference;
  if (reference?.group === eventingGroup && reference.kind === 'Broker') {
    return {
      kind: 'Trigger',
      yaml: yamlOf({
        apiVersion: `${eventingGroup}/v1`,
        kind: 'Trigger',
        metadata: {
          name: nameOf(name),
          namespace: reference.namespace,
        },
        spec: {
          broker: reference.name,
          filter: { attributes: { type } },
          subscriber,
        },
      }),
    };
  }
  if (
    reference?.group === messagingGroup &&
    reference.kind.endsWith('Channel')
  ) {
    return {
      kind: 'Subscription',
      yaml: yamlOf({
        apiVersion: `${messagingGroup}/v1`,
        kind: 'Subscription',
        metadata: {
          name: nameOf(name),
          namespace: reference.namespace,
        },
        spec: {
          channel: {
            apiVersion: `${messagingGroup}/${versionOf(reference.kind)}`,
            kind: reference.kind,
            name: reference.name,
          },
          subscriber,
        },
      }),
    };
  }
  return undefined;
}

/** The channel of Kafka has never reached v1. */
function versionOf(kind: string): string {
  return kind === 'KafkaChannel' ? 'v1beta1' : 'v1';
}

function nameOf(eventType: string): string {
  const end = '-to-my-service';
  return `${eventType
    .slice(0, longestName - end.length)
    .replace(/[.-]+$/, '')}${end}`;
}

function yamlOf(manifest: object): string {
  // Kubernetes reads YAML 1.1, where `on` and `012` need quotes.
  const document = new Document(manifest, { version: '1.1' });
  const ref = document.getIn(['spec', 'subscriber', 'ref']);
  if (isMap(ref)) {
    ref.commentBefore = ' What is to receive the events.';
  }
  return document.toString({ indentSeq: false, lineWidth: 0 }).trimEnd();
}
