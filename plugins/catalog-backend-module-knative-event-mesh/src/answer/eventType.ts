import type {
  AttributeDeclaration,
  Consumer,
  EventType,
  MatchReason,
  MeshLink,
  Producer,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  flag,
  list,
  object,
  oneOf,
  optional,
  optionalText,
  text,
  type JsonRecord,
} from '../shape';
import {
  readName,
  readObject,
  readReadiness,
  readReference,
  readTexts,
} from './parts';

export function readEventType(item: JsonRecord, path: string): EventType {
  return {
    ...readObject(item, path),
    type: text(item.type, `${path}.type`),
    description: optionalText(item.description, `${path}.description`),
    schemaData: optionalText(item.schemaData, `${path}.schemaData`),
    schemaURL: optionalText(item.schemaURL, `${path}.schemaURL`),
    reference: optional(item.reference, value =>
      readReference(value, `${path}.reference`),
    ),
    provider: optional(item.provider, value =>
      readReference(value, `${path}.provider`),
    ),
    origin: optional(item.origin, value =>
      oneOf(value, `${path}.origin`, ['declared', 'source', 'observed']),
    ),
    producers: optional(item.producers, value =>
      list(value, `${path}.producers`, readProducer),
    ),
    consumedBy: readTexts(item.consumedBy, `${path}.consumedBy`),
    attributes: optional(item.attributes, value =>
      list(value, `${path}.attributes`, readAttribute),
    ),
    consumers: optional(item.consumers, value =>
      list(value, `${path}.consumers`, readConsumer),
    ),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readLink(value: unknown, path: string): MeshLink {
  const from = object(value, path);
  return {
    group: optionalText(from.group, `${path}.group`),
    kind: text(from.kind, `${path}.kind`),
    ...readName(from, path),
  };
}

function readProducer(value: unknown, path: string): Producer {
  const from = object(value, path);
  return {
    via: readLink(from.via, `${path}.via`),
    match: oneOf(from.match, `${path}.match`, ['yes', 'maybe']),
    // A newer service may know more kinds of evidence.
    evidence: text(from.evidence, `${path}.evidence`) as Producer['evidence'],
  };
}

function readConsumer(value: unknown, path: string): Consumer {
  const from = object(value, path);
  return {
    via: readLink(from.via, `${path}.via`),
    match: oneOf(from.match, `${path}.match`, ['yes', 'maybe']),
    reasons: list(from.reasons ?? [], `${path}.reasons`, readReason),
  };
}

function readReason(value: unknown, path: string): MatchReason {
  const from = object(value, path);
  return {
    // A newer service may know more codes; the text explains each of them.
    code: text(from.code, `${path}.code`) as MatchReason['code'],
    attribute: optionalText(from.attribute, `${path}.attribute`),
    expression: optionalText(from.expression, `${path}.expression`),
    text: text(from.text, `${path}.text`),
  };
}

function readAttribute(value: unknown, path: string): AttributeDeclaration {
  const from = object(value, path);
  return {
    name: text(from.name, `${path}.name`),
    value: optional(from.value, given => text(given, `${path}.value`)),
    required: flag(from.required, `${path}.required`),
  };
}
