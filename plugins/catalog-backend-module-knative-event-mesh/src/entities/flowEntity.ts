import type { Entity } from '@backstage/catalog-model';
import type {
  FlowDetails,
  FlowStep,
  FlowStepSummary,
  LinkedDestination,
} from 'backstage-plugin-knative-event-mesh-common';
import type { LinkContext, Place } from '../links';
import { componentEntity } from './componentEntity';
import {
  describeAuthorization,
  describeDelivery,
  describeDestination,
} from './describe';
import type { MeshObject } from './meshIndex';
import { namespacedName } from './names';
import type { ObjectInput } from './objectInput';

/** The Component that stands for a Sequence, Parallel, EventTransform or RequestReply. */
export function flowEntity(
  item: MeshObject & { role: 'flow' },
  { senders, findings, context, options }: ObjectInput,
): Entity {
  const { role, reference, object } = item;
  const steps = object.steps.map((step, position) =>
    describeStep(step, position, reference, context),
  );
  const reply = describeDestination(
    object.reply,
    { holder: reference, ...replyField(object.kind) },
    context,
  );
  const delivery = describeDelivery(
    object.delivery,
    { holder: reference, field: 'spec.delivery' },
    context,
  );
  const details: Omit<FlowDetails, 'findings'> = {
    address: object.address,
    steps,
    reply,
    delivery,
    authorization: describeAuthorization(object.authorization),
    senders,
    readiness: object.readiness,
  };
  return componentEntity(
    {
      role,
      reference,
      object,
      type: kebabCase(object.kind),
      title: object.name,
      description: `Knative ${object.kind} ${namespacedName(object)}`,
      dependsOn: [
        ...steps.flatMap(destinationsOfStep),
        reply,
        delivery?.deadLetterSink,
      ].flatMap(destination => destination?.link.components ?? []),
      details,
      findings,
    },
    options,
  );
}

function describeStep(
  step: FlowStep,
  position: number,
  holder: Place['holder'],
  context: LinkContext,
): FlowStepSummary {
  const isBranch = holder.kind === 'Parallel';
  const field = `spec.${isBranch ? 'branches' : 'steps'}[${position}]`;
  const at = (name: string) => ({ holder, field: `${field}.${name}` });
  return {
    filter: describeDestination(step.filter, at('filter'), context),
    subscriber: describeDestination(
      step.subscriber,
      isBranch ? at('subscriber') : { holder, field },
      context,
    ),
    reply: describeDestination(step.reply, at('reply'), context),
    delivery: describeDelivery(step.delivery, at('delivery'), context),
    readiness: step.readiness,
  };
}

function destinationsOfStep(
  step: FlowStepSummary,
): (LinkedDestination | undefined)[] {
  const { filter, subscriber, reply, delivery } = step;
  return [filter, subscriber, reply, delivery?.deadLetterSink];
}

function replyField(kind: string): Omit<Place, 'holder'> {
  switch (kind) {
    case 'EventTransform':
      return { field: 'spec.sink' };
    case 'RequestReply':
      return { field: 'spec.brokerRef', referenceField: 'spec.brokerRef' };
    default:
      return { field: 'spec.reply' };
  }
}

function kebabCase(kind: string): string {
  return kind.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
}
