import type { Aim } from '../events/drawEvent';
import type { FilterElement, TriggerFilters } from '../fuzzCase';
import { namesInFilter } from '../verdicts/namesInFilter';

/** What events have to be like, so that a trigger's filter looks at them twice. */
export function aimOf(trigger: TriggerFilters): Aim {
  const { filter = {}, filters = [] } = trigger;
  return {
    names: [...namesInFilter(trigger).names],
    texts: [
      ...Object.values(filter),
      ...filters.flatMap(element => [...textsOf(element)]),
    ].filter(text => text !== ''),
  };
}

function* textsOf(element: FilterElement): Generator<string> {
  const { exact, prefix, suffix, all = [], any = [], not, cesql } = element;
  for (const texts of [exact, prefix, suffix]) {
    yield* Object.values(texts ?? {});
  }
  for (const inner of [...all, ...any, ...(not ? [not] : [])]) {
    yield* textsOf(inner);
  }
  yield* literalsOf(cesql ?? '');
}

/** Texts and numbers in an expression, and texts that are like its patterns. */
function* literalsOf(expression: string): Generator<string> {
  for (const [literal] of expression.matchAll(
    /'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|\b[0-9]+\b/g,
  )) {
    const text = /^[0-9]/.test(literal)
      ? literal
      : literal.slice(1, -1).replace(/\\(['"])/g, '$1');
    yield text;
    yield text.replace(/\\?[%_]/g, found =>
      found.startsWith('\\') ? found.slice(1) : { '%': '', _: 'a' }[found]!,
    );
  }
}
