import type { EngineName } from '../engine';
import { toEngineText } from '../values/text';
import type { FreeCharacters, Template } from './abstractValue';
import type { TemplatePart } from './attributeKnowledge';

/** The parts have at least one variable. */
export function toTemplate(
  parts: readonly TemplatePart[],
  engine: EngineName,
  free: FreeCharacters,
): Template {
  const literals = [''];
  const gaps: number[] = [];
  for (const part of parts) {
    const index = literals.length - 1;
    if (typeof part === 'string') {
      literals[index] += part;
    } else if (gaps.length && !literals[index]) {
      gaps[index - 1] += 1;
    } else {
      gaps.push(1);
      literals.push('');
    }
  }
  const texts = literals.map(literal => toEngineText(literal, engine));
  return { kind: 'template', literals: texts, gaps, free };
}

export function first({ literals }: Template): string {
  return literals[0];
}

export function last({ literals }: Template): string {
  return literals[literals.length - 1];
}

/** Whether a text is of the form. Taking each literal as early as possible misses none. */
export function contains(template: Template, text: string): boolean {
  const { literals, gaps } = template;
  if (!text.startsWith(literals[0])) {
    return false;
  }
  let position = literals[0].length;
  for (let index = 1; index < literals.length - 1; index++) {
    const found = text.indexOf(literals[index], position + gaps[index - 1]);
    if (found < 0) {
      return false;
    }
    position = found + literals[index].length;
  }
  const end = text.length - last(template).length;
  return (
    end >= position + gaps[gaps.length - 1] && text.endsWith(last(template))
  );
}

/** Whether no text can be of both forms, as far as their ends tell. */
export function areDisjoint(one: Template, other: Template): boolean {
  return (
    !haveCommonStart(first(one), first(other)) ||
    !haveCommonEnd(last(one), last(other))
  );
}

function haveCommonStart(one: string, other: string): boolean {
  return one.startsWith(other) || other.startsWith(one);
}

function haveCommonEnd(one: string, other: string): boolean {
  return one.endsWith(other) || other.endsWith(one);
}
