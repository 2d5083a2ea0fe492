import type { Entity } from '@backstage/catalog-model';
import type {
  ConsumerLink,
  ObjectReference,
  Omission,
} from 'backstage-plugin-knative-event-mesh-common';
import { objectKey } from '../entities/names';
import { isObject } from '../shape';
import { toOwnedEntity, type OwnedEntity } from './ownedEntity';
import type { FindUnread } from './unread';

/** What the catalog knows of objects that an answer leaves out. */
export interface LastKnownLinks {
  /** Why an object is not in the answer, if the answer left it out. */
  findUnread(reference: ObjectReference): Omission | undefined;
  /** The link of an earlier poll to an object that this answer leaves out. */
  linkOf(reference: ObjectReference): ConsumerLink | undefined;
  /** The omissions that something was kept for. */
  used: Set<Omission>;
}

/**
 * Collects the links of the entities of an environment. A link depends on the
 * object that it leads to, not on where it starts.
 */
export function lastKnownLinks(
  entities: Entity[],
  findUnread: FindUnread,
): LastKnownLinks {
  const owned = new Map<string, OwnedEntity>();
  const componentsOf = new Map<string, string[]>();
  for (const entity of entities) {
    const own = toOwnedEntity(entity);
    if (own) {
      owned.set(objectKey(own.reference), own);
    }
    for (const { reference, components } of linksIn(entity.spec?.eventMesh)) {
      componentsOf.set(objectKey(reference), components);
    }
  }
  const used = new Set<Omission>();
  const find = (reference: ObjectReference) =>
    findUnread(reference, owned.get(objectKey(reference))?.role);
  return {
    findUnread: find,
    used,
    linkOf(reference) {
      const key = objectKey(reference);
      const entityRef = owned.get(key)?.entityRef;
      const components = entityRef ? [entityRef] : componentsOf.get(key);
      const omission = components && find(reference);
      if (!omission) {
        return undefined;
      }
      used.add(omission);
      return { state: 'linked', components, unconfirmed: true };
    },
  };
}

/** Everything that is linked in the details of an entity, wherever it stands. */
function* linksIn(
  value: unknown,
): Generator<{ reference: ObjectReference; components: string[] }> {
  if (Array.isArray(value)) {
    for (const item of value) {
      yield* linksIn(item);
    }
  } else if (isObject(value)) {
    const { link } = value;
    const destination = value.destination ?? value.subscriber;
    if (
      isObject(link) &&
      link.state === 'linked' &&
      Array.isArray(link.components) &&
      isObject(destination) &&
      isObject(destination.reference)
    ) {
      const { group, kind, namespace, name } = destination.reference;
      yield {
        reference: {
          group: String(group ?? ''),
          kind: String(kind),
          namespace: String(namespace ?? ''),
          name: String(name),
        },
        components: link.components.map(String),
      };
    }
    for (const item of Object.values(value)) {
      yield* linksIn(item);
    }
  }
}
