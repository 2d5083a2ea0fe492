import type {
  Authorization,
  Finding,
  Namespace,
  ObjectReference,
  Omission,
  Readiness,
  Setting,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  flag,
  list,
  object,
  oneOf,
  optional,
  optionalText,
  text,
  textRecord,
  type JsonRecord,
} from '../shape';

/** What every object of an answer has. */
export function readObject(item: JsonRecord, path: string) {
  return {
    ...readName(item, path),
    uid: optionalText(item.uid, `${path}.uid`) ?? '',
    labels: textRecord(item.labels, `${path}.labels`),
    annotations: textRecord(item.annotations, `${path}.annotations`),
  };
}

/** What every object of a list has that holds several kinds. */
export function readObjectOfKind(item: JsonRecord, path: string) {
  return {
    ...readObject(item, path),
    group: text(item.group, `${path}.group`),
    kind: text(item.kind, `${path}.kind`),
  };
}

/** A list of texts; empty when it is absent or `null`. */
export function readTexts(value: unknown, path: string): string[] {
  return list(value ?? [], path, text);
}

export function readName(value: unknown, path: string) {
  const from = object(value, path);
  return {
    namespace: text(from.namespace, `${path}.namespace`),
    name: text(from.name, `${path}.name`),
  };
}

export function readReference(value: unknown, path: string): ObjectReference {
  const from = object(value, path);
  return {
    group: optionalText(from.group, `${path}.group`) ?? '',
    kind: text(from.kind, `${path}.kind`),
    ...readName(from, path),
  };
}

export function readReadiness(
  value: unknown,
  path: string,
): Readiness | undefined {
  return optional(value, given => {
    const from = object(given, path);
    return {
      status: oneOf(from.status, `${path}.status`, [
        'True',
        'False',
        'Unknown',
      ]),
      reason: optionalText(from.reason, `${path}.reason`),
      message: optionalText(from.message, `${path}.message`),
      since: optionalText(from.since, `${path}.since`),
      stale: flag(from.stale, `${path}.stale`),
    };
  });
}

export function readAuthorization(
  value: unknown,
  path: string,
): Authorization | undefined {
  return optional(value, given => {
    const from = object(given, path);
    return {
      enforced: oneOf(from.enforced, `${path}.enforced`, [
        'yes',
        'no',
        'unknown',
      ]),
      mode: optionalText(from.mode, `${path}.mode`),
      policies: readTexts(from.policies, `${path}.policies`),
    };
  });
}

export function readSettings(
  value: unknown,
  path: string,
): Setting[] | undefined {
  return optional(value, given =>
    list(given, path, (item, at) => {
      const from = object(item, at);
      return {
        name: text(from.name, `${at}.name`),
        value: text(from.value, `${at}.value`),
      };
    }),
  );
}

export function readNamespace(value: unknown, path: string): Namespace {
  const from = object(value, path);
  return {
    name: text(from.name, `${path}.name`),
    owner: text(from.owner, `${path}.owner`),
  };
}

export function readFinding(value: unknown, path: string): Finding {
  const from = object(value, path);
  return {
    code: text(from.code, `${path}.code`),
    severity: oneOf(from.severity, `${path}.severity`, [
      'error',
      'warning',
      'info',
    ]),
    object: readReference(from.object, `${path}.object`),
    message: text(from.message, `${path}.message`),
    action: text(from.action, `${path}.action`),
  };
}

export function readOmission(value: unknown, path: string): Omission {
  const from = object(value, path);
  return {
    group: optional(from.group, group => text(group, `${path}.group`)),
    kind: optionalText(from.kind, `${path}.kind`),
    namespace: optionalText(from.namespace, `${path}.namespace`),
    reason: oneOf(from.reason, `${path}.reason`, [
      'forbidden',
      'unavailable',
      'unsupported',
    ]),
    message: text(from.message, `${path}.message`),
  };
}
