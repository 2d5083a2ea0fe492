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
    | {
        kind: 'any';
        /** What the event type declares, if the broker may write it anew. */
        rewritten?: string;
        /** What the event type declares, if its braces are no variables. */
        unreadable?: string;
      }
    | { kind: 'exact'; text: string }
    | {
        kind: 'template';
        template: Template;
        text: string;
        /** Whether the variable at the end may stand for nothing. */
        mayLoseEnd?: boolean;
      };
}

/**
 * What is known of the events of a type, prepared for many questions.
 *
 * @public
 */
export interface EventTypeKnowledge {
  /** The names of the declared attributes. */
  readonly declared: readonly string[];
  /** What is known of an attribute. @internal */
  readonly of: (attribute: string) => AttributeKnowledge;
  /**
   * A text that is the same for two types of which the same is known, as far as
   * the given attributes go. @internal
   */
  readonly keyOf: (attributes: readonly string[]) => string;
}

const unknown: AttributeKnowledge = {
  declared: false,
  always: false,
  value: { kind: 'any' },
};

/**
 * Prepares the declarations of an event type for many questions. An event type
 * is never a closed world: what it does not declare may be absent or anything.
 *
 * @param attributes - what it declares, from {@link attributesOfEventType}
 *
 * @public
 */
export function knowledgeOfEventType(
  attributes: readonly AttributeDeclaration[],
): EventTypeKnowledge {
  const known = new Map(
    attributes.map(declaration => [declaration.name, knowledge(declaration)]),
  );
  const keys = new Map(
    attributes.map(({ name, required, value }) => [
      name,
      JSON.stringify([required, value]),
    ]),
  );
  return {
    declared: [...known.keys()],
    of: attribute => known.get(attribute) ?? unknown,
    keyOf: names =>
      names.length === 1
        ? keys.get(names[0]) ?? ''
        : names.map(name => keys.get(name) ?? '').join('\n'),
  };
}

function knowledge(declaration: AttributeDeclaration): AttributeKnowledge {
  return {
    declared: true,
    always: declaration.required,
    value: valueKnowledge(declaration.value),
  };
}

function valueKnowledge(text: string | undefined): AttributeKnowledge['value'] {
  if (!text) {
    return { kind: 'any' };
  }
  const template = parseTemplate(text);
  if (!template) {
    return { kind: 'any', unreadable: text };
  }
  return template.variables.length === 0
    ? { kind: 'exact', text: template.texts[0] }
    : { kind: 'template', template, text };
}

/** What is left of a value that the broker may write anew. */
export function rewritten(known: AttributeKnowledge): AttributeKnowledge {
  const { value } = known;
  return value.kind === 'any'
    ? known
    : { ...known, value: { kind: 'any', rewritten: value.text } };
}
