import type { Entity } from '@backstage/catalog-model';
import type {
  EventMesh,
  EventType,
} from 'backstage-plugin-knative-event-mesh-common';
import type { RegisteredComponents } from '../components';
import { inOneTurn } from '../inTurns';
import type { LinkContext } from '../links';
import { assignFindings } from './assignFindings';
import { brokerEntity } from './brokerEntity';
import { channelEntity } from './channelEntity';
import { connect } from './connections';
import type { EnvironmentState } from './environmentEntity';
import { environmentState } from './environmentState';
import { eventTypeEntity } from './eventTypeEntity';
import { sortedFindings } from './findings';
import { flowEntity } from './flowEntity';
import { indexMesh, type MeshIndex, type MeshObject } from './meshIndex';
import { EVENTING_GROUP, namespacedName } from './names';
import { narrowMesh } from './narrowMesh';
import type { ObjectInput } from './objectInput';
import type { EntityOptions } from './options';
import { readNamespaceOwners } from './ownership';
import { describeProducers } from './producers';
import { relateConsumers, relateProducers, trustConsumedBy } from './related';
import { collectSenders } from './senders';
import { sinkEntity } from './sinkEntity';
import { sourceEntity } from './sourceEntity';
import { withoutDuplicates } from './withoutDuplicates';

export { environmentEntity, holdsContents } from './environmentEntity';

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
  components: RegisteredComponents,
  options: EntityOptions,
): MeshEntities {
  return inOneTurn(makeEntities(answer, components, options));
}

/**
 * The work of `toEntities`, which may rest after each entity.
 *
 * @param lastLinkOf - what links to objects that the answer leaves out
 */
export function* makeEntities(
  answer: EventMesh,
  components: RegisteredComponents,
  settings: EntityOptions,
  lastLinkOf?: LinkContext['lastLinkOf'],
): Generator<void, MeshEntities> {
  const { environment } = settings;
  const narrowed = narrowMesh(answer, settings);
  const { mesh, warnings } = withoutDuplicates(narrowed.mesh);
  const inNamespaces = readNamespaceOwners(mesh.namespaces);
  const options = { ...settings, namespaceOwners: inNamespaces.owners };
  yield;
  const index = indexMesh(mesh, options);
  const context: LinkContext = {
    environment,
    components,
    leftOutBy: narrowed.leftOutBy,
    lastLinkOf,
    entityRefOf: reference => index.find(reference)?.entityRef,
    omitted: mesh.omitted ?? [],
  };
  yield;
  const connections = yield* connect(mesh, index, context);
  const findings = yield* assignFindings(mesh, index);
  const senders = yield* collectSenders(mesh, index);

  const entities: Entity[] = [];
  const names = new Set<string>();
  const provided = new Map<string, string[]>();
  const provide = (entityRef: string, api: string) => {
    const apis = provided.get(entityRef);
    if (apis) {
      apis.push(api);
    } else {
      provided.set(entityRef, [api]);
    }
  };
  for (const eventType of mesh.eventTypes) {
    const ref = index.eventTypeRef(eventType);
    if (names.has(ref)) {
      warnings.push(`a second object with the entity ref ${ref}`);
      continue;
    }
    names.add(ref);

    const { namespace, name } = eventType;
    const key = namespacedName(eventType);
    const provider = providerOf(eventType, index);
    const producers = describeProducers(eventType, connections, index, context);
    const consumers =
      eventType.consumers && (connections.consumers.get(key) ?? []);
    if (
      provider &&
      (provider.role === 'broker' || provider.role === 'channel')
    ) {
      provide(provider.entityRef, ref);
    }
    for (const { match, entityRef } of producers) {
      if (match === 'yes' && entityRef) {
        provide(entityRef, ref);
      }
    }
    entities.push(
      eventTypeEntity(
        {
          eventType,
          provider,
          producers,
          relatedProducers: relateProducers(producers),
          consumers,
          relatedConsumers: mesh.triggers
            ? relateConsumers(consumers ?? [], options)
            : trustConsumedBy(eventType, context, options),
          findings: findings.of({
            group: EVENTING_GROUP,
            kind: 'EventType',
            namespace,
            name,
          }),
        },
        options,
      ),
    );
    yield;
  }
  for (const item of index.objects) {
    entities.push(
      objectEntity(item, {
        outgoing: connections.outgoing.get(item.entityRef) ?? [],
        providesApis: provided.get(item.entityRef) ?? [],
        senders: senders.get(item.entityRef) ?? [],
        findings: findings.of(item.reference),
        context,
        options,
      }),
    );
    yield;
  }

  return {
    entities,
    environment: environmentState(mesh, environment, {
      linkCoverage: connections.linkCoverage,
      findings: sortedFindings([
        ...findings.withoutHome,
        ...inNamespaces.findings,
      ]),
    }),
    warnings: [...warnings, ...index.warnings, ...connections.warnings],
  };
}

/** What an event type comes from, if the mesh contains it. */
function providerOf(
  { provider, reference }: EventType,
  index: MeshIndex,
): MeshObject | undefined {
  const home = provider ?? reference;
  return home && index.find(home);
}

function objectEntity(item: MeshObject, input: ObjectInput): Entity {
  switch (item.role) {
    case 'broker':
      return brokerEntity(item, input);
    case 'channel':
      return channelEntity(item, input);
    case 'source':
      return sourceEntity(item, input);
    case 'sink':
      return sinkEntity(item, input);
    default:
      return flowEntity(item, input);
  }
}
