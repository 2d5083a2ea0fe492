const contextAttributes = new Set([
  'datacontenttype',
  'dataschema',
  'id',
  'source',
  'specversion',
  'subject',
  'time',
  'type',
]);

/** Names that are no attributes in the JSON format. */
const reserved = new Set(['data']);

/** Whether a CloudEvent can have an extension of this name. */
export function isExtension(name: string): boolean {
  return (
    /^[a-z0-9]+$/.test(name) &&
    !contextAttributes.has(name) &&
    !reserved.has(name)
  );
}

/** Whether a CloudEvent can have an attribute of this name. */
export function isAttributeName(name: string): boolean {
  return contextAttributes.has(name) || isExtension(name);
}
