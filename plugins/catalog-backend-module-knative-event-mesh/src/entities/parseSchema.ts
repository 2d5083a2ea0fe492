let last: { text: string; schema: unknown } | undefined;

/**
 * Parses the schema text of an event type; undefined if it is no JSON.
 *
 * @remarks
 * What is made of one event type asks several times in a row, and parsing takes
 * longer than the rest of that, so the last answer is kept. Nobody may change it.
 */
export function parseSchema(text: string): unknown {
  if (last?.text !== text) {
    last = { text, schema: parse(text) };
  }
  return last.schema;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
