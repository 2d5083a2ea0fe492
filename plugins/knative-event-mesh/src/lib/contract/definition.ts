import type { Entity } from '@backstage/catalog-model';
import { fieldsOf } from '../schema';

/** Schema of at most 256 KiB, and what the catalog module writes around it. */
const longestDefinition = 2 * 1024 * 1024;

/** The API definition of an entity. */
export interface Definition {
  text: string;
  /** Undefined of what is no JSON, or too long to be read. */
  json: unknown;
  isAsyncApi: boolean;
}

/** Reads the API definition of an entity, which is text that anyone may have written. */
export function definitionOf({ spec }: Entity): Definition | undefined {
  const text = spec?.definition;
  if (typeof text !== 'string' || text.trim() === '') {
    return undefined;
  }
  const json = text.length > longestDefinition ? undefined : parsed(text);
  return { text, json, isAsyncApi: fieldsOf(json)?.asyncapi !== undefined };
}

/** The schema of the data, where the catalog module writes it. */
export function payloadIn(definition: Definition | undefined): unknown {
  return at(definition?.json, ['components', 'messages', 'event', 'payload']);
}

/** The address of the one server that the definition names. */
export function addressIn(
  definition: Definition | undefined,
): string | undefined {
  const servers = fieldsOf(fieldsOf(definition?.json)?.servers) ?? {};
  const [server] = Object.values(servers).map(fieldsOf);
  const { protocol, host, pathname } = server ?? {};
  if (typeof protocol !== 'string' || typeof host !== 'string') {
    return undefined;
  }
  const address = `${protocol}://${host}${
    typeof pathname === 'string' ? pathname : ''
  }`;
  return /^https?:/.test(address) && URL.canParse(address)
    ? new URL(address).href
    : undefined;
}

function at(value: unknown, path: string[]): unknown {
  return path.reduce<unknown>((inner, key) => fieldsOf(inner)?.[key], value);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
