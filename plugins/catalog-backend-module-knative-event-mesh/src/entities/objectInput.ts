import type {
  Finding,
  OutgoingLink,
  Sender,
} from 'backstage-plugin-knative-event-mesh-common';
import type { LinkContext } from '../links';
import type { EntityOptions } from './options';

/** What the Component entity of an object is made from, besides the object. */
export interface ObjectInput {
  /** Triggers of a broker, or subscriptions of a channel. */
  outgoing: OutgoingLink[];
  /** Full refs of the APIs of its event types, in any order. */
  providesApis: string[];
  /** Sorted. */
  senders: Sender[];
  findings: Finding[];
  context: LinkContext;
  options: EntityOptions;
}
