import {
  readableObjectAt,
  readableObjectsAt,
  readableTextAt,
  statusOf,
  type UnknownObject,
} from './guards';

/**
 * Reads where an Addressable takes events: `status.addresses`, and only where
 * there are none, `status.address` (knative.md 4.1).
 *
 * @returns URLs, each once; the first is the one that events are sent to
 */
export function parseAddresses(object: UnknownObject): string[] {
  const status = statusOf(object);
  const addresses = readableObjectsAt(status, 'addresses');
  const address = readableObjectAt(status, 'address');
  const counting = addresses.length > 0 || !address ? addresses : [address];
  return [
    ...new Set(counting.flatMap(one => readableTextAt(one, 'url') ?? [])),
  ];
}
