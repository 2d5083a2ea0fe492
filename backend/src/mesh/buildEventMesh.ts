import type {
  EventMesh,
  EventPolicy,
  Finding,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { describeEventTypes } from './answer/eventTypes';
import { indexEventTypes } from './answer/indexEventTypes';
import { describeSubscription, describeTrigger } from './answer/links';
import {
  describeBroker,
  describeChannel,
  describeFlow,
  describeSink,
} from './answer/receivers';
import { describeSource } from './answer/sources';
import { prepareChannelsOf } from './channelsOf';
import { prepareConsumers } from './consumers';
import {
  prepareDestinations,
  type FindDestination,
  type IsRead,
} from './destinations';
import type { EventPolicyObject } from './eventPolicy';
import { findFindings } from './findings/findFindings';
import { BROKER } from './knative';
import { knowObjects } from './knownObjects';
import { referenceTo } from './meshObject';
import type { MeshObjects } from './meshObjects';
import { prepareSources } from './prepareSources';
import { prepareSubscriptions } from './prepareSubscriptions';
import { prepareTriggers } from './prepareTriggers';
import { prepareProducers } from './producers';
import { prepareProvision } from './provision';
import { sortedObjects, withoutGenerated } from './shownObjects';
import { sortedBy } from './sort';
import type { FindSelected } from './workload';
import { describeNamespaces } from './answer/namespaces';
import type { NamespaceMetadata } from './metadata';

/** Everything that was read, and what could not be. */
export interface MeshParts extends MeshObjects {
  serviceVersion: string;
  findDestination: FindDestination;
  findSelected: FindSelected;
  /** Absent if no Namespace may be read. */
  namespaces?: readonly NamespaceMetadata[];
  isRead: IsRead;
  /** Whether all namespaces are read. */
  isWholeCluster: boolean;
  /** Whether Knative is certainly 1.15 or later. */
  isKnativeAtLeast115: boolean;
  findings: readonly Finding[];
  omitted: readonly Omission[];
}

/**
 * Builds the answer. Every list is sorted, so that an unchanged mesh gives the
 * same bytes.
 */
export function buildEventMesh(parts: MeshParts): EventMesh {
  const all = sortedObjects(parts);
  const known = knowObjects(all);
  const shown = withoutGenerated(all);
  const describe = prepareDestinations({ ...parts, known });

  // What was generated for a RequestReply stays among the triggers: through them
  // it receives.
  const everyTrigger = prepareTriggers(all.triggers, {
    ...parts,
    brokers: all.brokers,
    known,
    describeDestination: describe,
  });
  const shownTriggers = new Set(shown.triggers);
  const triggers = everyTrigger.filter(({ trigger }) =>
    shownTriggers.has(trigger),
  );
  const subscriptions = prepareSubscriptions(
    shown.subscriptions,
    known,
    describe,
  );
  const sources = prepareSources(shown.sources, describe);
  const eventTypes = describeEventTypes(all.eventTypes, {
    known,
    sources,
    findProvision: prepareProvision(all, known, describe),
    findConsumers: prepareConsumers({
      known,
      triggers: everyTrigger,
      subscriptions,
      isRead: parts.isRead,
    }),
    findProducers: prepareProducers(sources, known),
  });

  const { providedBy, sentBy } = indexEventTypes(eventTypes);
  const channelsOf = prepareChannelsOf(all.channels);

  const mesh = {
    eventTypes: eventTypes.map(({ answer }) => answer),
    brokers: shown.brokers.map(broker =>
      describeBroker(broker, providedBy(referenceTo(BROKER, broker)), describe),
    ),
    subscribables: shown.channels.map(channel =>
      describeChannel(
        channel,
        providedBy(referenceTo(channel, channel)),
        describe,
      ),
    ),
    sources: sources.map(source =>
      describeSource(source, sentBy(source.reference), {
        describe,
        findSelected: parts.findSelected,
      }),
    ),
    triggers: triggers.map(trigger => describeTrigger(trigger, describe)),
    subscriptions: subscriptions.map(subscription =>
      describeSubscription(
        subscription,
        channelsOf(subscription.channel),
        describe,
      ),
    ),
    sinks: shown.sinks.map(describeSink),
    flows: shown.flows.map(flow => describeFlow(flow, describe)),
    policies: shown.policies.map(describePolicy),
  };
  const { isRead, isWholeCluster, namespaces } = parts;
  const findings = findFindings({
    mesh,
    known,
    triggers,
    isRead,
    isWholeCluster,
  });
  return {
    serviceVersion: parts.serviceVersion,
    ...mesh,
    ...(namespaces && {
      namespaces: describeNamespaces(namespaces, Object.values(mesh).flat()),
    }),
    findings: sortedBy(
      [...parts.findings, ...findings],
      ({ code }) => code,
      ({ object }) => object.kind,
      ({ object }) => object.namespace,
      ({ object }) => object.name,
      ({ message }) => message,
    ),
    omitted: sortedBy(
      parts.omitted,
      ({ group }) => group,
      ({ kind }) => kind,
      ({ namespace }) => namespace,
    ),
  };
}

function describePolicy(policy: EventPolicyObject): EventPolicy {
  const { metadata, to, from, subjects, filters, readiness } = policy;
  return {
    ...metadata,
    to,
    from,
    subjects,
    ...(filters ? { filters } : {}),
    ...(readiness ? { readiness } : {}),
  };
}
