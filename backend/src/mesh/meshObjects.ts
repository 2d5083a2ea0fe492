import type { BrokerObject } from './broker';
import type { ChannelObject } from './channel';
import type { EventPolicyObject } from './eventPolicy';
import type { EventTypeObject } from './eventType';
import type { FlowObject } from './flow';
import type { SinkObject } from './sink';
import type { SourceObject } from './source';
import type { SubscriptionObject } from './subscription';
import type { TriggerObject } from './trigger';

/** Everything of the mesh that was read, what Knative has generated included. */
export interface MeshObjects {
  brokers: readonly BrokerObject[];
  eventTypes: readonly EventTypeObject[];
  triggers: readonly TriggerObject[];
  channels: readonly ChannelObject[];
  subscriptions: readonly SubscriptionObject[];
  sources: readonly SourceObject[];
  sinks: readonly SinkObject[];
  flows: readonly FlowObject[];
  policies: readonly EventPolicyObject[];
}
