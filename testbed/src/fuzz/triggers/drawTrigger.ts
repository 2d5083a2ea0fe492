import type { FilterElement, TriggerFilters } from '../fuzzCase';
import type { Random } from '../random';
import type { TriggerContext } from './context';
import { cutText } from '../cutText';
import { drawExpression } from './drawExpression';

/** The filters of a Trigger, in every dialect. */
export function drawTrigger(
  context: TriggerContext,
  random: Random,
): TriggerFilters {
  const filter = () => drawTexts(context, random, 0.1);
  const filters = () =>
    Array.from({ length: random.chance(0.75) ? 1 : 1 + random.upTo(2) }, () =>
      drawElement(context, random, 3),
    );
  return random.weighted<() => TriggerFilters>([
    [70, () => ({ filters: filters() })],
    [18, () => ({ filter: filter() })],
    [8, () => ({ filter: filter(), filters: filters() })],
    [1, () => ({ filter: filter(), filters: [] })],
    [1, () => ({ filter: {} })],
    [1, () => ({})],
  ])();
}

function drawElement(
  context: TriggerContext,
  random: Random,
  depth: number,
): FilterElement {
  const inner = () => drawElement(context, random, depth - 1);
  const list = () =>
    Array.from({ length: random.chance(0.03) ? 0 : 1 + random.upTo(2) }, inner);
  const nested = depth > 0 ? 1 : 0;
  return random.weighted<() => FilterElement>([
    [18, () => ({ exact: drawTexts(context, random, 0.02) })],
    [9, () => ({ prefix: drawParts(context, random, 'start') })],
    [9, () => ({ suffix: drawParts(context, random, 'end') })],
    [28, () => ({ cesql: drawExpression(context, random) })],
    [8 * nested, () => ({ all: list() })],
    [12 * nested, () => ({ any: list() })],
    [10 * nested, () => ({ not: inner() })],
    [2, () => drawHollow(random)],
    [2 * nested, () => ({ ...inner(), ...inner() })],
  ])();
}

/** What asks for nothing, or for what nobody can ask. */
function drawHollow(random: Random): FilterElement {
  return random.pick<FilterElement>([
    {},
    { exact: {} },
    { prefix: {} },
    { suffix: { type: '' } },
    { exact: { '': 'a' } },
    { all: [] },
    { any: [] },
    { any: [{}] },
    { not: {} },
    { not: { exact: {} } },
    { cesql: '' },
  ]);
}

/** One attribute, seldom more, as the value is. */
function drawTexts(
  context: TriggerContext,
  random: Random,
  emptyShare: number,
): Record<string, string> {
  const count = random.chance(0.75) ? 1 : 1 + random.upTo(2);
  return Object.fromEntries(
    Array.from({ length: count }, () => {
      const name = context.drawName(random);
      const isEmpty = random.chance(emptyShare);
      return [name, isEmpty ? '' : context.drawText(name, random)];
    }),
  );
}

/** One attribute, seldom more, with the start or the end of the value. */
function drawParts(
  context: TriggerContext,
  random: Random,
  side: 'start' | 'end',
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(drawTexts(context, random, 0.02)).map(([name, text]) => {
      const [start, end] = cutText(text, random);
      const part = side === 'start' ? start : end;
      // An empty one is an invalid filter, which is drawn elsewhere.
      return [name, part || text];
    }),
  );
}
