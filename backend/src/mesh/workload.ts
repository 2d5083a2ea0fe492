import {
  listAt,
  MalformedObject,
  objectAt,
  requiredTextAt,
  textAt,
  textsAt,
  type UnknownObject,
} from './guards';
import { parseLabelSelector } from './labelSelector';
import { groupOf } from './references';

/**
 * What a binding is about: one object by its name, or all of a kind with certain
 * labels. It has either a name or a selector.
 */
export interface WorkloadReference {
  group: string;
  kind: string;
  namespace: string;
  name?: string;
  /** As `kubectl` takes it; empty for everything of the kind. */
  selector?: string;
  /** The labels of the selector, if it asks for nothing else. */
  matchLabels?: Record<string, string>;
}

/**
 * Finds the `backstage.io/kubernetes-id`s of what a selector selects, each once
 * and sorted. There may be more without an id.
 */
export type FindSelected = (subject: WorkloadReference) => string[];

/**
 * Reads a Reference of Knative's tracker, such as the `subject` of a SinkBinding
 * (knative.md 4.6).
 *
 * @throws MalformedObject if it has not the shape of one
 */
export function parseWorkload(
  reference: UnknownObject | undefined,
  holderNamespace: string,
): WorkloadReference | undefined {
  if (!reference) {
    return undefined;
  }
  const name = textAt(reference, 'name');
  const selector = objectAt(reference, 'selector');
  if (!name && !selector) {
    throw new MalformedObject('subject has neither name nor selector');
  }
  return {
    group: groupOf(textAt(reference, 'apiVersion') ?? ''),
    kind: requiredTextAt(reference, 'kind'),
    namespace: textAt(reference, 'namespace') ?? holderNamespace,
    ...(name ? { name } : parseSelector(selector ?? {})),
  };
}

function parseSelector(
  selector: UnknownObject,
): Pick<WorkloadReference, 'selector' | 'matchLabels'> {
  const isLabelsOnly = listAt(selector, 'matchExpressions').length === 0;
  return {
    selector: parseLabelSelector(selector),
    ...(isLabelsOnly ? { matchLabels: textsAt(selector, 'matchLabels') } : {}),
  };
}
