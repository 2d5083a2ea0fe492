import type {
  Delivery,
  Destination,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  list,
  object,
  oneOf,
  optional,
  optionalText,
  text,
  textRecord,
} from '../shape';
import { readReference } from './parts';

const origins = ['own', 'broker', 'channel'] as const;

export function readDestination(
  value: unknown,
  path: string,
): Destination | undefined {
  return optional(value, given => readOne(given, path));
}

export function readDestinations(
  value: unknown,
  path: string,
): Destination[] | undefined {
  return optional(value, given => list(given, path, readOne));
}

export function readDelivery(
  value: unknown,
  path: string,
): Delivery | undefined {
  return optional(value, given => {
    const from = object(given, path);
    return {
      deadLetterSink: readDestination(
        from.deadLetterSink,
        `${path}.deadLetterSink`,
      ),
      deadLetterSinkFrom: optional(from.deadLetterSinkFrom, origin =>
        oneOf(origin, `${path}.deadLetterSinkFrom`, origins),
      ),
      deadLetterSinkUri: optionalText(
        from.deadLetterSinkUri,
        `${path}.deadLetterSinkUri`,
      ),
      settings: list(from.settings ?? [], `${path}.settings`, (item, at) => {
        const setting = object(item, at);
        return {
          name: text(setting.name, `${at}.name`),
          value: text(setting.value, `${at}.value`),
          from: oneOf(setting.from, `${at}.from`, origins),
        };
      }),
    };
  });
}

function readOne(value: unknown, path: string): Destination {
  const from = object(value, path);
  return {
    reference: optional(from.reference, reference =>
      readReference(reference, `${path}.reference`),
    ),
    uri: optionalText(from.uri, `${path}.uri`),
    kubernetesId: optionalText(from.kubernetesId, `${path}.kubernetesId`),
    labels: optional(from.labels, labels =>
      textRecord(labels, `${path}.labels`),
    ),
    found: oneOf(from.found, `${path}.found`, ['yes', 'no', 'unknown']),
  };
}
