import type { Entity } from '@backstage/catalog-model';
import {
  readBrokerDetails,
  readChannelDetails,
  readEventTypeDetails,
  readFlowDetails,
  readSinkDetails,
  readSourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import { meshObjectOf } from '../../lib/meshObjectOf';
import { BrokerFlow } from './BrokerFlow';
import { ChannelFlow } from './ChannelFlow';
import { ComponentFlow } from './ComponentFlow';
import { EventTypeFlow } from './EventTypeFlow';
import { PipelineFlow } from './PipelineFlow';
import { SinkFlow } from './SinkFlow';
import { SourceFlow } from './SourceFlow';

/**
 * How events flow through an entity: who sends an event type and who receives
 * it, what a broker or channel passes on, what a source sends, what becomes of
 * events in a sink or flow, what a component receives and sends.
 */
export function EventFlow(props: {
  /** With all its fields. */
  entity: Entity;
}) {
  const { entity } = props;
  const { kind } = meshObjectOf(entity);
  const eventType = readEventTypeDetails(entity);
  if (eventType) {
    return <EventTypeFlow entity={entity} details={eventType} />;
  }
  const broker = readBrokerDetails(entity);
  if (broker) {
    return <BrokerFlow details={broker} />;
  }
  const channel = readChannelDetails(entity);
  if (channel) {
    return <ChannelFlow kind={kind} details={channel} />;
  }
  const source = readSourceDetails(entity);
  if (source) {
    return <SourceFlow entity={entity} kind={kind} details={source} />;
  }
  const sink = readSinkDetails(entity);
  if (sink) {
    return <SinkFlow entity={entity} kind={kind} details={sink} />;
  }
  const flow = readFlowDetails(entity);
  if (flow) {
    return <PipelineFlow entity={entity} kind={kind} details={flow} />;
  }
  return <ComponentFlow entity={entity} />;
}
