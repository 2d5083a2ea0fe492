import type { Value } from '../values/values';

/** @public */
export interface ExactAttribute {
  state: 'exact';
  value: Value;
}

/**
 * A part of a template: a literal text, or a variable, which is one or more
 * characters of any kind.
 *
 * @public
 */
export type TemplatePart = string | { variable: string };

/** @public */
export interface TemplateAttribute {
  state: 'template';
  parts: readonly TemplatePart[];
}

/**
 * What is known of an attribute in a set of events:
 *
 * - `exact`: every event has it with this value.
 * - `template`: every event has it with a value of this form.
 * - `present`: every event has it.
 * - `optional`: the events that have it have it as `of` says.
 * - `absent`: no event has it.
 * - `unknown`: nothing.
 *
 * @public
 */
export type AttributeKnowledge =
  | ExactAttribute
  | TemplateAttribute
  | { state: 'present' }
  | { state: 'optional'; of: ExactAttribute | TemplateAttribute }
  | { state: 'absent' }
  | { state: 'unknown' };

/**
 * What is known of a set of valid events, by the names of attributes. Of `id`,
 * `source`, `specversion` and `type` it is always known that they are present;
 * of what is not named here, nothing.
 *
 * @public
 */
export type EventKnowledge = Readonly<Record<string, AttributeKnowledge>>;
