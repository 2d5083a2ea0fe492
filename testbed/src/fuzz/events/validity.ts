import type { AttributeValue, SentEvent } from '../fuzzCase';
import { isAttributeName, isExtension } from './names';
import { isUri, isUriReference } from './uriReference';

const timestamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;

/**
 * Whether an attribute can stand in an event that is sent. Brokers refuse some
 * of these still. Some are not CloudEvents by the letter, but accepted, such as
 * line ends.
 */
export function isAttribute(name: string, value: AttributeValue): boolean {
  if (isExtension(name)) {
    return true;
  }
  if (!isAttributeName(name) || typeof value !== 'string' || value === '') {
    return false;
  }
  switch (name) {
    case 'specversion':
      return value === '1.0' || value === '0.3';
    case 'time':
      return timestamp.test(value);
    case 'source':
      return isUriReference(value);
    case 'dataschema':
      return isUri(value);
    default:
      return true;
  }
}

/**
 * Whether an event is one that can be sent. CloudEvents 0.3 has no `dataschema`;
 * it is called `schemaurl` there.
 */
export function isEvent({ mode, attributes }: SentEvent): boolean {
  const entries = Object.entries(attributes);
  const has = (name: string) => Object.hasOwn(attributes, name);
  return (
    ['id', 'source', 'specversion', 'type'].every(has) &&
    !(attributes.specversion === '0.3' && has('dataschema')) &&
    entries.every(([name, value]) => isAttribute(name, value)) &&
    (mode === 'structured' ||
      entries.every(([, value]) => isHeaderValue(value)))
  );
}

/** What a header does not change: it loses spaces at both ends. */
export function isHeaderValue(value: AttributeValue): boolean {
  return (
    typeof value === 'string' &&
    value.trim() === value &&
    // eslint-disable-next-line no-control-regex
    !/[\0-\x1f\x7f]/.test(value)
  );
}
