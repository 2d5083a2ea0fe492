/** Whether an object with these labels is selected. */
export type LabelSelector = (labels: Record<string, string>) => boolean;

const KEY = '[A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?';
const VALUE = '(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]*[A-Za-z0-9])?)?';
const REQUIREMENTS: [
  RegExp,
  (value: string | undefined, wanted: string[]) => boolean,
][] = [
  [requirement(`(${KEY})`), value => value !== undefined],
  [requirement(`!\\s*(${KEY})`), value => value === undefined],
  [
    requirement(`(${KEY})\\s*==?\\s*(${VALUE})`),
    (value, [wanted]) => value === wanted,
  ],
  // As in Kubernetes, an object without the label differs too.
  [
    requirement(`(${KEY})\\s*!=\\s*(${VALUE})`),
    (value, [wanted]) => value !== wanted,
  ],
  [
    requirement(`(${KEY})\\s+in\\s*\\(([^()]*)\\)`),
    (value, wanted) => value !== undefined && wanted.includes(value),
  ],
  [
    requirement(`(${KEY})\\s+notin\\s*\\(([^()]*)\\)`),
    (value, wanted) => value === undefined || !wanted.includes(value),
  ],
];
/** Kubernetes keeps names shorter; a text of any length is not worth the time. */
const MAXIMUM_LENGTH = 4 * 1024;

/**
 * Reads a label selector as Kubernetes and kubectl write it: `a=b`, `a==b`,
 * `a!=b`, `a in (b, c)`, `a notin (b, c)`, `a` and `!a`, separated by commas.
 *
 * @returns undefined for what is none, and for one that would select everything
 */
export function parseLabelSelector(text: string): LabelSelector | undefined {
  if (text.length > MAXIMUM_LENGTH || text.trim() === '') {
    return undefined;
  }
  // Commas between parentheses separate values.
  const requirements = text
    .split(/,(?![^()]*\))/)
    .map(part => parseRequirement(part.trim()));
  return requirements.every(item => item !== undefined)
    ? labels => requirements.every(isMet => isMet(labels))
    : undefined;
}

function parseRequirement(text: string): LabelSelector | undefined {
  for (const [pattern, isMet] of REQUIREMENTS) {
    const [, key, values = ''] = pattern.exec(text) ?? [];
    if (key) {
      const wanted = values.split(',').map(value => value.trim());
      return labels =>
        isMet(Object.hasOwn(labels, key) ? labels[key] : undefined, wanted);
    }
  }
  return undefined;
}

function requirement(source: string): RegExp {
  return new RegExp(`^${source}$`);
}
