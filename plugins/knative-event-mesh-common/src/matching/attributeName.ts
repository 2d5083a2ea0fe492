/**
 * Whether a valid event can have an attribute of that name (CloudEvents 1.0.2,
 * "Naming Conventions"); `data` is none (CloudEvents SQL, 2.1).
 */
export function isAttributeName(name: string): boolean {
  return /^[a-z0-9]+$/.test(name) && name !== 'data';
}

/**
 * Whether brokers may take the attribute away when they decode an event: in
 * CloudEvents 0.3 it says how the data is encoded.
 */
export function isUsedUp(name: string): boolean {
  return name === 'datacontentencoding';
}
