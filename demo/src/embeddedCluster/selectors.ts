import { failure, Refusal } from './answers';
import type { ObjectMetadata } from './manifests';

/** Whether an object is selected. */
export type Selector = (metadata: ObjectMetadata) => boolean;

const label = '([A-Za-z0-9](?:[-A-Za-z0-9_./]*[A-Za-z0-9])?)';
const existence = new RegExp(`^(!?) *${label}$`);
const equality = new RegExp(`^${label} *(==?|!=) *([-A-Za-z0-9_.]*)$`);
const membership = new RegExp(`^${label} +(in|notin) *\\(([^()]*)\\)$`);
const fieldTerm = /^metadata\.(name|namespace)(==?|!=)([^=]*)$/;

/**
 * Reads a `labelSelector`.
 *
 * @throws Refusal with 400 if it cannot be read
 */
export function parseLabelSelector(text: string): Selector {
  const termsOutsideParentheses = text.split(/,(?![^(]*\))/);
  return all(termsOutsideParentheses.map(term => parseLabel(term.trim())));
}

/**
 * Reads a `fieldSelector`.
 *
 * @throws Refusal with 400 for fields but the two that every kind supports
 */
export function parseFieldSelector(text: string): Selector {
  return all(text.split(',').map(parseField));
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
  const values = list.split(',').map(value => value.trim());
  const wanted = ['=', '==', 'in'].includes(operator);
  return ({ labels = {} }) => values.includes(labels[key]) === wanted;
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
