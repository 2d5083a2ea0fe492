import type { Entity } from '@backstage/catalog-model';
import type {
  LinkedDestination,
  Source,
  SourceDetails,
} from 'backstage-plugin-knative-event-mesh-common';
import type { LinkContext } from '../links';
import { componentEntity } from './componentEntity';
import {
  describeDelivery,
  describeDestination,
  sortedSettings,
} from './describe';
import type { MeshObject } from './meshIndex';
import { namespacedName, referenceTo, sortedBy } from './names';
import type { ObjectInput } from './objectInput';
import { describeWorkloads } from './producers';

/** The Component that stands for a source. */
export function sourceEntity(
  item: MeshObject & { role: 'source' },
  { providesApis, findings, context, options }: ObjectInput,
): Entity {
  const { role, reference, object } = item;
  const sink = describeSink(object, context);
  const delivery = describeDelivery(
    object.delivery,
    { holder: reference, field: 'spec.delivery' },
    context,
  );
  const details: Omit<SourceDetails, 'findings'> = {
    sink,
    emissions: sortedBy(
      object.emissions ?? [],
      emission => emission.type,
      emission => emission.source,
      emission => emission.match,
    ),
    // A service that does not say so does not know.
    mayEmitOthers: object.mayEmitOthers ?? true,
    ceOverrides: sortedSettings(object.ceOverrides),
    workloads: describeWorkloads(object, context),
    identity: object.identity,
    delivery,
    settings: sortedSettings(object.settings),
    readiness: object.readiness,
  };
  return componentEntity(
    {
      role,
      reference,
      object,
      type: 'source',
      title: object.name,
      description: `Knative source ${namespacedName(object)} (${object.kind})`,
      providesApis,
      dependsOn: [sink, delivery?.deadLetterSink].flatMap(
        destination => destination?.link.components ?? [],
      ),
      details,
      findings,
    },
    options,
  );
}

/**
 * Where a source sends its events. The upstream service looks for each sink in
 * the namespace of the source, wherever it is, so what it alone names is shown
 * and not linked.
 */
function describeSink(
  source: Source,
  context: LinkContext,
): LinkedDestination | undefined {
  if (source.destination || !source.sink) {
    return describeDestination(
      source.destination,
      { holder: referenceTo(source), field: 'spec.sink' },
      context,
    );
  }
  return {
    destination: { reference: source.sink, found: 'unknown' },
    link: {
      state: 'notRead',
      components: [],
      advice:
        'Use the event mesh service of this project: the one that answers does not tell in which namespace sinks are.',
    },
  };
}
