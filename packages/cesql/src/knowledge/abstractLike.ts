import type { EngineName } from '../engine';
import type { Work } from '../evaluate/work';
import { isLike, wildIn } from '../like/like';
import { hasEscapes, parsePattern } from '../like/pattern';
import {
  anything,
  fitsWildcards,
  many,
  one,
  type PatternElement,
  type TextElement,
} from '../like/wildcards';
import { charactersOf } from '../values/text';
import {
  certain,
  type AbstractValue,
  type FreeCharacters,
  type Template,
  type Truth,
} from './abstractValue';
import { contains, first, last } from './template';

/** Whether strings of a set can be LIKE a pattern or not. */
export function abstractLike(
  value: AbstractValue,
  pattern: string,
  engine: EngineName,
  work: Work,
): Truth {
  switch (value.kind) {
    case 'constant':
      return certain(isLike(String(value.value), pattern, engine, work));
    case 'template': {
      const canBeTrue = canFit(value, pattern, engine);
      return {
        canBeTrue,
        canBeFalse: !canBeTrue || !fitsAlways(value, pattern, engine, work),
      };
    }
    default:
      return {
        canBeTrue: true,
        canBeFalse: !(
          value.kind === 'string' && fitsEverything(pattern, value.free, engine)
        ),
      };
  }
}

function fitsEverything(
  pattern: string,
  free: FreeCharacters,
  engine: EngineName,
): boolean {
  return /^%+$/.test(pattern) && isWildEverywhere(free, engine);
}

/** Whether wildcards stand for every character that an unknown text may have. */
function isWildEverywhere(free: FreeCharacters, engine: EngineName): boolean {
  switch (engine) {
    case 'go':
      return !free.percent;
    case 'java':
      return !free.lineEnd;
    default:
      return true;
  }
}

function fitsAlways(
  template: Template,
  pattern: string,
  engine: EngineName,
  work: Work,
): boolean {
  if (engine === 'go' && !isExactInGo(template, pattern)) {
    return false;
  }
  const isWild = wildIn(engine);
  return fitsWildcards(
    elementsOf(template),
    parsePattern(pattern),
    element =>
      element === anything
        ? engine !== 'java' || !template.free.lineEnd
        : isWild(element),
    work,
  );
}

/**
 * Whether Go's engine treats all texts of the template as the specification
 * does: none has a `%` where the pattern has one, and there are no escapes.
 */
function isExactInGo(template: Template, pattern: string): boolean {
  if (hasEscapes(pattern)) {
    return false;
  }
  const hasPercent =
    template.free.percent ||
    template.literals.some(literal => literal.includes('%'));
  if (!hasPercent) {
    return true;
  }
  const wildcard = pattern.indexOf('%');
  const meets = first(template)[wildcard];
  return (
    meets !== undefined && meets !== '%' && !pattern.includes('%', wildcard + 1)
  );
}

function elementsOf({ literals }: Template): TextElement[] {
  const elements: TextElement[] = [];
  for (const [index, literal] of literals.entries()) {
    if (index > 0) {
      elements.push(anything);
    }
    for (const character of charactersOf(literal)) {
      elements.push(character);
    }
  }
  return elements;
}

/** Whether some text of the template fits; in doubt yes. */
function canFit(
  template: Template,
  pattern: string,
  engine: EngineName,
): boolean {
  // In Go, an escape can be a wildcard.
  const elements = parsePattern(
    engine === 'go' ? pattern.replace(/\\[%_]/g, '%') : pattern,
  );
  if (!elements.includes(many) && !elements.includes(one)) {
    return contains(template, elements.join(''));
  }
  return (
    agree(elements, charactersOf(first(template))) &&
    agree(
      elements.slice().reverse(),
      Array.from(charactersOf(last(template))).reverse(),
    )
  );
}

/** Whether a text can be the begin of what fits the elements. */
function agree(
  elements: readonly PatternElement[],
  text: string | readonly string[],
): boolean {
  for (let index = 0; index < text.length; index++) {
    const element = elements[index];
    if (element === many) {
      return true;
    }
    if (element === undefined) {
      return false;
    }
    if (element !== one && element !== text[index]) {
      return false;
    }
  }
  return true;
}
