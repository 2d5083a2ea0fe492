import type { EventMesh } from 'backstage-plugin-knative-event-mesh-common';
import {
  isObject,
  list,
  optional,
  optionalText,
  shapeError,
  type JsonRecord,
} from '../shape';
import { readEventType } from './eventType';
import { readSubscription, readTrigger } from './links';
import { readFinding, readNamespace, readOmission } from './parts';
import {
  readBroker,
  readFlow,
  readSink,
  readSource,
  readSubscribable,
} from './places';
import { readPolicy } from './policy';

const upstreamsLists = ['subscribables', 'sources'] as const;
const ourLists = [
  'triggers',
  'subscriptions',
  'sinks',
  'flows',
  'policies',
] as const;

/** A list that an answer need not have. */
export type AbsentList =
  | (typeof upstreamsLists)[number]
  | (typeof ourLists)[number];

/** An answer of the service, and what is not in it. */
export interface ReadEventMesh {
  mesh: EventMesh;
  /** One sentence per item that could never become an entity. */
  skipped: string[];
  /** Lists that the answer does not have at all: they are omitted, not empty. */
  absent: AbsentList[];
}

/**
 * Turns the body of an answer into an event mesh.
 *
 * @remarks
 * `null` counts as empty in the fields of the upstream service, which writes it
 * for empty lists and maps. Of our own fields, it counts as absent.
 *
 * @throws when the body does not have the shape of an event mesh.
 */
export function readEventMesh(body: unknown): ReadEventMesh {
  if (!isObject(body)) {
    throw shapeError('the answer', 'an object');
  }
  if (body.eventTypes === undefined || body.brokers === undefined) {
    throw shapeError('the answer', 'an object with eventTypes and brokers');
  }
  const skipped: string[] = [];
  const readItems = <T>(
    key: string,
    read: (item: JsonRecord, path: string) => T,
    required: string[],
  ): T[] =>
    list(body[key] ?? [], key, (item, path) => {
      const missing = isObject(item)
        ? required.filter(field => !item[field])
        : required;
      if (!isObject(item) || missing.length > 0) {
        skipped.push(`${path} has no ${missing.join(', no ')}`);
        return [];
      }
      return [read(item, path)];
    }).flat();
  const readOwnItems = <T>(
    key: AbsentList,
    read: (item: JsonRecord, path: string) => T,
    required: string[],
  ) => optional(body[key], () => readItems(key, read, required));

  const named = ['name', 'namespace'];
  return {
    mesh: {
      serviceVersion: optionalText(body.serviceVersion, 'serviceVersion'),
      eventTypes: readItems('eventTypes', readEventType, [...named, 'type']),
      brokers: readItems('brokers', readBroker, named),
      subscribables: readItems('subscribables', readSubscribable, named),
      sources: readItems('sources', readSource, named),
      triggers: readOwnItems('triggers', readTrigger, [...named, 'broker']),
      subscriptions: readOwnItems('subscriptions', readSubscription, [
        ...named,
        'channel',
      ]),
      sinks: readOwnItems('sinks', readSink, named),
      flows: readOwnItems('flows', readFlow, named),
      policies: readOwnItems('policies', readPolicy, named),
      namespaces: optional(body.namespaces, value =>
        list(value, 'namespaces', readNamespace),
      ),
      findings: optional(body.findings, value =>
        list(value, 'findings', readFinding),
      ),
      omitted:
        optional(body.omitted, value => list(value, 'omitted', readOmission)) ??
        [],
    },
    skipped,
    absent: [
      ...upstreamsLists.filter(key => body[key] === undefined),
      ...ourLists.filter(key => body[key] === undefined || body[key] === null),
    ],
  };
}
