import type { UrlChanges } from './urlChanges';

/** An attribute of an event; an empty value is one that is not known. */
export interface EventAttribute {
  name: string;
  value: string;
}

/** As in the HTTP binding of CloudEvents, so that no attribute meets a parameter. */
const prefix = 'ce-';

/** The attributes that have a field of their own, given or not. */
export const usualAttributes = ['type', 'source', 'subject'];

/** The attributes in a URL, in their order there. */
export function eventOfUrl(parameters: URLSearchParams): EventAttribute[] {
  return [...parameters]
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => ({ name: name.slice(prefix.length), value }))
    .filter(({ name }) => isEventAttributeName(name));
}

/** What puts an attribute into the URL, or with undefined takes it out. */
export function changeOfAttribute(
  name: string,
  value: string | undefined,
): UrlChanges {
  return { [`${prefix}${name}`]: value };
}

/** What makes the URL say these attributes and no others. */
export function changesToEvent(
  parameters: URLSearchParams,
  attributes: EventAttribute[],
): UrlChanges {
  const before = eventOfUrl(parameters).map(({ name }) =>
    changeOfAttribute(name, undefined),
  );
  const after = attributes.map(({ name, value }) =>
    changeOfAttribute(name, value),
  );
  return Object.assign({}, ...before, ...after);
}

/** Whether an event can have an attribute of that name (CloudEvents 1.0.2). */
export function isEventAttributeName(name: string): boolean {
  return /^[a-z0-9]+$/.test(name) && name !== 'data';
}
