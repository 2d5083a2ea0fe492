import type { DeclaredAttribute } from '../eventTypes/declaredAttributes';
import { agrees, type DeclaredValue } from '../eventTypes/declaredValue';
import { drawExtensionName, drawFilling, drawText } from '../eventTypes/pools';
import type { AttributeValue, SentEvent } from '../fuzzCase';
import type { Random } from '../random';
import { cutText } from '../cutText';
import { fits } from './fits';
import { isExtension } from './names';
import { isAttribute, isHeaderValue } from './validity';

/** What is declared of events of which nothing is declared. */
export const nothingDeclared: ReadonlyMap<string, DeclaredAttribute> = new Map(
  ['id', 'source', 'specversion', 'type'].map(name => [
    name,
    { isAlwaysThere: true, value: { kind: 'any' } },
  ]),
);

/** What a trigger asks about, so that events can be drawn that are close to it. */
export interface Aim {
  /** Attributes. */
  names: readonly string[];
  /** Values of attributes, or parts of them. */
  texts: readonly string[];
}

const noAim: Aim = { names: [], texts: [] };

/**
 * An event that carries what is declared; of the rest it carries anything or
 * nothing, and where it can, what is aimed at.
 *
 * @returns undefined if there is no such event, or none was found
 */
export function drawEvent(
  declared: ReadonlyMap<string, DeclaredAttribute>,
  random: Random,
  aim = noAim,
): SentEvent | undefined {
  const attributes = new Map<string, AttributeValue>();
  for (const [name, { isAlwaysThere, value }] of declared) {
    if (isAlwaysThere || random.chance(0.6)) {
      const drawn = drawValid(name, value, random, aim);
      if (drawn !== undefined) {
        attributes.set(name, drawn);
      } else if (isAlwaysThere) {
        return undefined;
      }
    }
  }
  for (const name of undeclaredNames(random, aim)) {
    const drawn = drawValid(name, { kind: 'any' }, random, aim);
    if (!declared.has(name) && drawn !== undefined) {
      attributes.set(name, drawn);
    }
  }
  const event = sent(attributes, random);
  return fits(event, declared) ? event : undefined;
}

/** The first three or so attempts nearly always are valid. */
function drawValid(
  name: string,
  value: DeclaredValue,
  random: Random,
  { texts }: Aim,
): AttributeValue | undefined {
  for (let attempt = 0; attempt < 5; attempt++) {
    const drawn =
      texts.length > 0 && random.chance(0.6)
        ? drawAround(name, random.pick(texts), random)
        : drawValue(name, value, random);
    if (isAttribute(name, drawn) && agrees(value, drawn)) {
      return drawn;
    }
  }
  const drawn = drawValue(name, value, random);
  return isAttribute(name, drawn) ? drawn : undefined;
}

/** A text, or one that begins or ends with it, or that it begins or ends with. */
function drawAround(name: string, text: string, random: Random): string {
  const filling = drawFilling(name, random);
  const [start, end] = cutText(text, random);
  return random.weighted([
    [6, text],
    [2, `${text}${filling}`],
    [2, `${filling}${text}`],
    [1, `${start}${filling}${end}`],
    [1, start],
    [1, end],
  ]);
}

function drawValue(
  name: string,
  value: DeclaredValue,
  random: Random,
): AttributeValue {
  switch (value.kind) {
    case 'exact':
      return value.text;
    case 'template':
      return value.texts.reduce(
        (text, next) => `${text}${drawFilling(name, random)}${next}`,
      );
    default:
      return isExtension(name) && random.chance(0.2)
        ? random.pick([true, false, 0, 1, -7, 2_147_483_647, ''])
        : drawText(name, random);
  }
}

function undeclaredNames(random: Random, { names }: Aim): string[] {
  const standard = ['subject', 'time', 'dataschema', 'datacontenttype'].filter(
    () => random.chance(0.3),
  );
  const extensions = Array.from({ length: random.upTo(3) }, () =>
    drawExtensionName(random),
  );
  const aimedAt = names.filter(() => random.chance(0.6));
  return [...standard, ...extensions, ...aimedAt];
}

function sent(
  attributes: ReadonlyMap<string, AttributeValue>,
  random: Random,
): SentEvent {
  const isBinary =
    [...attributes.values()].every(isHeaderValue) && random.chance(0.6);
  return {
    mode: isBinary ? 'binary' : 'structured',
    attributes: Object.fromEntries(attributes),
  };
}
