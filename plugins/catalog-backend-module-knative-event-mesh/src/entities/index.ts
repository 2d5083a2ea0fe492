import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type {
  Broker,
  EventConsumer,
  EventMesh,
  EventType,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  matchingComponents,
  type ComponentsById,
  type LinkContext,
} from '../consumers';
import { brokerEntity } from './brokerEntity';
import { connect } from './connections';
import { assignFindings } from './findings';
import type { EnvironmentState } from './environmentEntity';
import { eventTypeEntity } from './eventTypeEntity';
import {
  compareTexts,
  EVENTING_GROUP,
  eventTypeRef,
  namespacedName,
  sortedBy,
} from './names';
import type { EntityOptions } from './options';

export { environmentEntity } from './environmentEntity';

/** The entities of a mesh, except the one of the environment. */
export interface MeshEntities {
  entities: Entity[];
  environment: EnvironmentState;
  /** One sentence per object that had to be left out. */
  warnings: string[];
}

/**
 * Turns an event mesh into entities. Equal meshes give equal entities, in
 * whatever order the answer lists its objects.
 */
export function toEntities(
  answer: EventMesh,
  components: ComponentsById,
  options: EntityOptions,
): MeshEntities {
  const { mesh, warnings } = withoutDuplicates(answer);
  const brokers = new Map(
    mesh.brokers.map(broker => [namespacedName(broker), broker]),
  );
  const context: LinkContext = {
    environment: options.environment,
    components,
    brokers: new Set(brokers.keys()),
    omitted: mesh.omitted ?? [],
  };
  const connections = connect(mesh, context);
  const findings = assignFindings(mesh);
  const eventTypes = new Map(
    mesh.eventTypes.map(eventType => [namespacedName(eventType), eventType]),
  );

  const { entities, warnings: collisions } = withUniqueRefs([
    ...mesh.eventTypes.map(eventType => {
      const consumers =
        connections.consumers.get(namespacedName(eventType)) ?? [];
      return eventTypeEntity(
        {
          eventType,
          broker: brokerOf(eventType, brokers),
          consumers,
          relatedConsumers: mesh.triggers
            ? relateConsumers(consumers, options)
            : trustConsumedBy(eventType, context, options),
          findings: findings.of('EventType', eventType),
        },
        options,
      );
    }),
    ...mesh.brokers.map(broker =>
      brokerEntity(
        {
          broker,
          triggers: connections.triggers.get(namespacedName(broker)) ?? [],
          providesApis: [...new Set(broker.providedEventTypes)]
            .flatMap(key => eventTypes.get(key) ?? [])
            .map(eventType => eventTypeRef(options.environment, eventType))
            .sort(compareTexts),
          findings: findings.of('Broker', broker),
        },
        options,
      ),
    ),
  ]);

  return {
    entities,
    environment: {
      environment: options.environment,
      serviceVersion: mesh.serviceVersion,
      counts: countKinds(mesh),
      linkCoverage: connections.linkCoverage,
      omitted: sortedBy(
        mesh.omitted ?? [],
        omission => omission.group,
        omission => omission.kind,
        omission => omission.namespace,
        omission => JSON.stringify(omission),
      ),
      findings: findings.withoutHome,
    },
    warnings: [...warnings, ...connections.warnings, ...collisions],
  };
}

function brokerOf(
  { reference }: EventType,
  brokers: ReadonlyMap<string, Broker>,
): Broker | undefined {
  return reference?.kind === 'Broker' && reference.group === EVENTING_GROUP
    ? brokers.get(namespacedName(reference))
    : undefined;
}

function relateConsumers(
  consumers: EventConsumer[],
  options: EntityOptions,
): string[] {
  const related = consumers
    .filter(({ match }) => match === 'yes' || options.relatePossibleConsumers)
    .flatMap(({ link }) => link.components);
  return [...new Set(related)].sort(compareTexts);
}

/**
 * The upstream service names consumers without triggers, and counts some that
 * receive nothing; so they are related only on request.
 */
function trustConsumedBy(
  eventType: EventType,
  context: LinkContext,
  options: EntityOptions,
): string[] {
  if (!options.trustConsumedBy) {
    return [];
  }
  const related = eventType.consumedBy.flatMap(id =>
    matchingComponents(id, eventType.namespace, context),
  );
  return [...new Set(related)].sort(compareTexts);
}

function withoutDuplicates(answer: EventMesh) {
  const warnings: string[] = [];
  const unique = <T extends { namespace: string; name: string }>(
    kind: string,
    items: T[],
  ): T[] => {
    const byName = new Map<string, T>();
    const ordered = sortedBy(
      items,
      item => item.namespace,
      item => item.name,
      item => JSON.stringify(item),
    );
    for (const item of ordered) {
      const key = namespacedName(item);
      if (byName.has(key)) {
        warnings.push(
          `${kind} ${key}, because the answer contains it more than once`,
        );
      } else {
        byName.set(key, item);
      }
    }
    return [...byName.values()];
  };
  const mesh: EventMesh = {
    ...answer,
    eventTypes: unique('EventType', answer.eventTypes),
    brokers: unique('Broker', answer.brokers),
    triggers: answer.triggers && unique('Trigger', answer.triggers),
  };
  return { mesh, warnings };
}

/** Two objects can have one ref only if a name was made to look like a hashed one. */
function withUniqueRefs(all: Entity[]) {
  const seen = new Set<string>();
  const warnings: string[] = [];
  const entities = all.filter(entity => {
    const ref = stringifyEntityRef(entity);
    if (seen.has(ref)) {
      warnings.push(`a second object with the entity ref ${ref}`);
      return false;
    }
    seen.add(ref);
    return true;
  });
  return { entities, warnings };
}

function countKinds(mesh: EventMesh): EnvironmentState['counts'] {
  const counts = new Map<string, number>([
    ['Broker', mesh.brokers.length],
    ['EventType', mesh.eventTypes.length],
  ]);
  if (mesh.triggers) {
    counts.set('Trigger', mesh.triggers.length);
  }
  for (const { kind } of [...mesh.subscribables, ...mesh.sources]) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return sortedBy(counts, ([kind]) => kind).map(([kind, count]) => ({
    kind,
    count,
  }));
}
