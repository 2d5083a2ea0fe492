import type { Random } from './random';

/** Two parts of a text, which is not cut within a character. */
export function cutText(text: string, random: Random): [string, string] {
  const characters = [...text];
  const cut = random.upTo(characters.length);
  return [characters.slice(0, cut).join(''), characters.slice(cut).join('')];
}
