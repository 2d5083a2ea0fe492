import { sample } from 'openapi-sampler';
import { parseSchema, type JsonData } from './json';
import { plainSchema } from './plainSchema';

/**
 * Data that a JSON Schema of any draft could be about, for people to read and to
 * try. The same text gives the same data. It need not be valid: patterns, and
 * what depends on other values, are not looked at.
 *
 * @param schemaText - what the event type says, from the cluster
 * @returns undefined if the text says nothing about the data, or is no JSON
 * Schema, or longer than 256 KiB; never throws
 *
 * @public
 */
export function sampleData(schemaText: string): JsonData | undefined {
  const schema = parseSchema(schemaText);
  const plain = schema && plainSchema(schema);
  if (!plain || Object.keys(plain).length === 0) {
    return undefined;
  }
  try {
    const data = sample(plain, { quiet: true });
    // It says `null` also of a type that it does not know.
    return data === null && plain.const !== null && plain.type !== 'null'
      ? undefined
      : (data as JsonData | undefined);
  } catch {
    // A sample is a help, and there is always one way more to be hostile.
    return undefined;
  }
}
