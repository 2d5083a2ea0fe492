import type { DeclaredAttribute } from '../eventTypes/declaredAttributes';
import type { DeclaredValue } from '../eventTypes/declaredValue';
import { drawName, drawText } from '../eventTypes/pools';
import type { SentEvent } from '../fuzzCase';
import type { Random } from '../random';

/**
 * What triggers are drawn from: the names that an event type declares, and the
 * values that its events have, so that filters and events meet.
 */
export interface TriggerContext {
  drawName(random: Random): string;
  /** A text that an attribute of this name has or can have. */
  drawText(name: string, random: Random): string;
}

/** What a template would be if its variables stood for nothing. */
function withoutVariables(value: DeclaredValue | undefined): string {
  return value?.kind === 'template' ? value.texts.join('') : '';
}

export function triggerContext(
  declared: ReadonlyMap<string, DeclaredAttribute>,
  samples: readonly SentEvent[],
): TriggerContext {
  // What says something is worth more than `id` and `specversion`, which are there anyway.
  const names = [...declared.keys()];
  const told = names.filter(name => declared.get(name)?.value.kind !== 'any');
  return {
    drawName: random =>
      random.weighted<() => string>([
        [told.length > 0 ? 72 : 0, () => random.pick(told)],
        [10, () => random.pick(names)],
        [18, () => drawName(random)],
      ])(),
    drawText(name, random) {
      const known = samples
        .filter(({ attributes }) => Object.hasOwn(attributes, name))
        .map(({ attributes }) => String(attributes[name]));
      const bare = withoutVariables(declared.get(name)?.value);
      return random.weighted<() => string>([
        [known.length > 0 ? 72 : 0, () => random.pick(known)],
        [bare ? 6 : 0, () => bare],
        [25, () => drawText(name, random)],
      ])();
    },
  };
}
