import type {
  EventPolicy,
  PolicySubject,
  PolicyTarget,
} from 'backstage-plugin-knative-event-mesh-common';
import {
  list,
  object,
  optional,
  optionalText,
  text,
  type JsonRecord,
} from '../shape';
import { readObject, readReadiness, readReference, readTexts } from './parts';

export function readPolicy(item: JsonRecord, path: string): EventPolicy {
  return {
    ...readObject(item, path),
    // A policy without targets is about everything, so it must say so.
    to: list(item.to, `${path}.to`, readTarget),
    from: list(item.from ?? [], `${path}.from`, readSubject),
    subjects: readTexts(item.subjects, `${path}.subjects`),
    filters: optional(item.filters, value =>
      list(value, `${path}.filters`, filter => filter),
    ),
    readiness: readReadiness(item.readiness, `${path}.readiness`),
  };
}

function readTarget(value: unknown, path: string): PolicyTarget {
  const from = object(value, path);
  return {
    group: optionalText(from.group, `${path}.group`) ?? '',
    kind: text(from.kind, `${path}.kind`),
    name: optionalText(from.name, `${path}.name`),
    selector: optionalText(from.selector, `${path}.selector`),
  };
}

function readSubject(value: unknown, path: string): PolicySubject {
  const from = object(value, path);
  return {
    reference: optional(from.reference, reference =>
      readReference(reference, `${path}.reference`),
    ),
    subject: optionalText(from.subject, `${path}.subject`),
  };
}
