/**
 * The context attributes of CloudEvents 1.0 (1.0.2, "Context Attributes"), which a
 * valid event never carries with an empty value; everything else is an extension,
 * which may be empty.
 *
 * @public
 */
export const contextAttributes: ReadonlySet<string> = new Set([
  'datacontenttype',
  'dataschema',
  'id',
  'source',
  'specversion',
  'subject',
  'time',
  'type',
]);
