import { failure, Refusal } from './answers';
import type { ObjectMetadata } from './manifests';

/** Whether an object is selected. */
export type Selector = (metadata: ObjectMetadata) => boolean;

const word = '[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?';
const label = `((?:${word}/)?${word})`;
const labelValue = new RegExp(`^(${word})?$`);
const existence = new RegExp(`^(!?) *${label}$`);
const equality = new RegExp(`^${label} *(==?|!=) *([^ =]*)$`);
const membership = new RegExp(`^${label} +(in|notin) *\\(([^()]*)\\)$`);
const fieldTerm = /^metadata\.(name|namespace)(==?|!=)([^=]*)$/;

/**
 * Reads a `labelSelector`.
 *
 * @throws Refusal with 400 if it cannot be read
 */
export function parseLabelSelector(text: string): Selector {
  const outsideParentheses = /,(?![^(]*\))/;
  return all(termsOf(text, outsideParentheses).map(parseLabel));
}

/**
 * Reads a `fieldSelector`.
 *
 * @throws Refusal with 400 for fields but the two that every kind supports
 */
export function parseFieldSelector(text: string): Selector {
  return all(termsOf(text, ',').map(parseField));
}

/** Nothing asked for is nothing required. */
function termsOf(text: string, separator: string | RegExp): string[] {
  return text === '' ? [] : text.split(separator).map(term => term.trim());
}

function parseLabel(term: string): Selector {
  const [, negation, present] = existence.exec(term) ?? [];
  if (present) {
    return ({ labels = {} }) => present in labels === !negation;
  }
  const parts = equality.exec(term) ?? membership.exec(term);
  if (!parts) {
    throw badRequest(`unable to parse requirement: ${term}`);
  }
  const [, key, operator, list] = parts;
  const given = list.split(',').map(value => value.trim());
  if (!given.every(value => labelValue.test(value))) {
    throw badRequest(`unable to parse requirement: ${term}`);
  }
  const wanted = ['=', '==', 'in'].includes(operator);
  return ({ labels = {} }) => given.includes(labels[key]) === wanted;
}

function parseField(term: string): Selector {
  const parts = fieldTerm.exec(term);
  if (!parts) {
    throw badRequest(`field label not supported: ${term}`);
  }
  const [, field, operator, value] = parts;
  return metadata => (metadata[field] === value) === (operator !== '!=');
}

function all(selectors: Selector[]): Selector {
  return metadata => selectors.every(selects => selects(metadata));
}

function badRequest(message: string): Refusal {
  return new Refusal(failure(400, 'BadRequest', message));
}
