import type {
  PolicySubject,
  PolicyTarget,
  Readiness,
} from 'backstage-plugin-knative-event-mesh-common';
import { parseFilters } from './filters';
import {
  MalformedObject,
  objectAt,
  objectsAt,
  requiredTextAt,
  statusOf,
  textAt,
  type UnknownObject,
} from './guards';
import { parseLabelSelector } from './labelSelector';
import { parseMetadata, type Metadata } from './metadata';
import { parseOwners, type Owner } from './owners';
import { findCondition } from './readiness';
import { groupOf, parseReference } from './references';
import { specOf } from './spec';

/** An EventPolicy, as far as the mesh needs it (knative.md 6). */
export interface EventPolicyObject {
  metadata: Metadata;
  owners: Owner[];
  /** In its own namespace; empty if it is about everything there. */
  to: PolicyTarget[];
  /** Who may send, as written. */
  from: PolicySubject[];
  /** Who may send, as Knative has resolved it; each once, sorted. */
  subjects: string[];
  /** `spec.filters`; absent if there are none. */
  filters?: unknown[];
  readiness?: Readiness;
}

/**
 * Reads an EventPolicy (v1alpha1).
 *
 * @throws MalformedObject
 */
export function parseEventPolicy(object: UnknownObject): EventPolicyObject {
  const metadata = parseMetadata(object);
  const spec = specOf(object);
  const filters = parseFilters(spec);
  const readiness = findCondition(object, 'Ready');
  return {
    metadata,
    owners: parseOwners(object),
    to: objectsAt(spec, 'to').map(parseTarget),
    from: objectsAt(spec, 'from').map(subject =>
      parseSubject(subject, metadata.namespace),
    ),
    subjects: parseSubjects(object),
    ...(filters.length > 0 ? { filters } : {}),
    ...(readiness ? { readiness } : {}),
  };
}

function parseTarget(target: UnknownObject): PolicyTarget {
  const reference = objectAt(target, 'ref');
  if (reference) {
    return { ...parseKind(reference), name: requiredTextAt(reference, 'name') };
  }
  const selector = objectAt(target, 'selector');
  if (!selector) {
    throw new MalformedObject('an element of to has neither ref nor selector');
  }
  if (!selector.matchLabels && !selector.matchExpressions) {
    // Knative reads this as a selector of nothing. Passed on as one without
    // labels, it would look like one of everything.
    throw new MalformedObject('a selector in to names no labels');
  }
  const text = parseLabelSelector(selector);
  return { ...parseKind(selector), ...(text ? { selector: text } : {}) };
}

function parseKind(
  object: UnknownObject,
): Pick<PolicyTarget, 'group' | 'kind'> {
  return {
    group: groupOf(textAt(object, 'apiVersion') ?? ''),
    kind: requiredTextAt(object, 'kind'),
  };
}

function parseSubject(
  subject: UnknownObject,
  holderNamespace: string,
): PolicySubject {
  const reference = objectAt(subject, 'ref');
  return reference
    ? { reference: parseReference(reference, holderNamespace) }
    : { subject: requiredTextAt(subject, 'sub') };
}

function parseSubjects(object: UnknownObject): string[] {
  const { from } = statusOf(object);
  const subjects = Array.isArray(from) ? from : [];
  return [
    ...new Set(
      subjects.filter(
        (subject): subject is string => typeof subject === 'string',
      ),
    ),
  ].sort();
}
