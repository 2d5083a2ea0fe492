import type { AttributeDeclaration } from '../contract';
import { parseTemplate, type Template } from './template';

/**
 * What is known of one attribute of every event of a type: whether it is
 * always there, and what its value can be. The states of knative.md 3.5 are
 * EXACT (always, exact), TEMPLATE (always, template), PRESENT (always, any),
 * OPTIONAL (not always, anything but undeclared) and UNKNOWN (undeclared).
 */
export interface AttributeKnowledge {
  declared: boolean;
  always: boolean;
  value:
    | { kind: 'any' }
    | { kind: 'exact'; text: string }
    | { kind: 'template'; template: Template; text: string };
}

/** Looks up what is known of an attribute, by its name. */
export type KnowledgeOf = (attribute: string) => AttributeKnowledge;

const unknown: AttributeKnowledge = {
  declared: false,
  always: false,
  value: { kind: 'any' },
};

/**
 * Prepares the declarations of an event type for many look-ups. An event type
 * is never a closed world: what it does not declare may be absent or anything.
 */
export function knowledgeFrom(
  attributes: readonly AttributeDeclaration[],
): KnowledgeOf {
  const known = new Map(
    attributes.map(declaration => [declaration.name, knowledge(declaration)]),
  );
  return attribute => known.get(attribute) ?? unknown;
}

function knowledge(declaration: AttributeDeclaration): AttributeKnowledge {
  return {
    declared: true,
    always: declaration.required,
    value: valueKnowledge(declaration.value),
  };
}

function valueKnowledge(text: string | undefined): AttributeKnowledge['value'] {
  const template = text ? parseTemplate(text) : undefined;
  if (!text || !template) {
    return { kind: 'any' };
  }
  return template.variables.length === 0
    ? { kind: 'exact', text: template.texts[0] }
    : { kind: 'template', template, text };
}
